package org.alike.forms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.alike.kernel.Answer;

/**
 * How much of its limit a network has used. Told in headers, as the IETF's draft on rate limits
 * names them, so that nobody has to guess when to go on.
 *
 * @param limit what is allowed
 * @param remaining how many more there may be
 * @param seconds until there may be more
 */
record Rate(Limit limit, int remaining, long seconds) {
  /** The rate of a network that has sent these, and is about to send one more or one of them. */
  static Rate of(Limit limit, List<Trace> recent, boolean again, Instant now) {
    long seconds =
        recent.stream()
            .mapToLong(trace -> Duration.between(now, trace.counted()).toSeconds() + 1)
            .filter(left -> left > 0)
            .min()
            .orElse(limit.within().toSeconds());
    return new Rate(limit, limit.submissions() - recent.size() - (again ? 0 : 1), seconds);
  }

  boolean isExceeded() {
    return remaining < 0;
  }

  Answer tell(Answer answer) {
    return answer
        .with("ratelimit-policy", limit.submissions() + ";w=" + limit.within().toSeconds())
        .with("ratelimit-limit", Integer.toString(limit.submissions()))
        .with("ratelimit-remaining", Integer.toString(Math.max(0, remaining)))
        .with("ratelimit-reset", Long.toString(seconds));
  }
}
