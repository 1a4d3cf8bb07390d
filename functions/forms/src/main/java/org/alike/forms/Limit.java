package org.alike.forms;

import java.time.Duration;
import org.alike.kernel.Environment;

/**
 * How many submissions of one form a network may send.
 *
 * @param submissions so many; more than {@link #MOST} is no limit, since nobody counts so far
 * @param within in so long a time
 */
record Limit(int submissions, Duration within) {
  /** Each submission reads the traces of those before it, which has to stay cheap. */
  static final int MOST = 500;

  /** Enough to see whether somebody says the same again and again. */
  private static final int SOME = 50;

  /** Uploads are counted by the clock, in steps of this length. */
  static final Duration UPLOADS_COUNTED = Duration.ofMinutes(10);

  /** What holds unless a form says otherwise: {@code SUBMISSIONS_PER_NETWORK} in ten minutes. */
  static Limit usual(Environment environment) {
    String submissions = environment.orElse("SUBMISSIONS_PER_NETWORK", "30");
    return new Limit(Integer.parseInt(submissions), Duration.ofMinutes(10));
  }

  /** How many traces it takes to know whether there are too many. */
  int traces() {
    return isNone() ? SOME : submissions + 1;
  }

  boolean isNone() {
    return submissions > MOST;
  }
}
