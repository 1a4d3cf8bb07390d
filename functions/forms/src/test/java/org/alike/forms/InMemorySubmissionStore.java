package org.alike.forms;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Repeat;

/** Submissions in memory, with the same promise as the real store. */
final class InMemorySubmissionStore implements SubmissionStore {
  private record Same(String submission, Instant until) {}

  private final Clock clock;
  private final List<Submission> kept = new ArrayList<>();
  private final Map<String, Same> same = new HashMap<>();

  InMemorySubmissionStore(Clock clock) {
    this.clock = clock;
  }

  List<Submission> kept() {
    return List.copyOf(kept);
  }

  @Override
  public synchronized String keep(
      Submission submission, String sameness, Instant until, Repeat<String> repeat) {
    Same first = same.get(sameness);
    if (first != null && first.until().isAfter(clock.instant())) {
      return first.submission();
    }
    same.put(sameness, new Same(submission.id(), until));
    kept.add(submission);
    return submission.id();
  }

  @Override
  public synchronized void eraseSignups(String sender) {
    kept.removeIf(submission -> submission.sender().filter(sender::equals).isPresent());
  }
}
