package org.alike.forms;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.alike.kernel.Repeat;

/** Submissions in memory, with the same promise as the real store. */
final class InMemorySubmissionStore implements SubmissionStore {
  private record Told(String form, String submission, Trace trace) {}

  private final Clock clock;
  private final List<Submission> kept = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();

  InMemorySubmissionStore(Clock clock) {
    this.clock = clock;
  }

  List<Submission> kept() {
    return List.copyOf(kept);
  }

  /** As if everything had expired. */
  synchronized void forget() {
    kept.clear();
    told.clear();
  }

  @Override
  public synchronized String keep(
      Submission submission, Trace trace, Repeat<String> repeat, Consumer<String> beforehand) {
    for (Told first : told) {
      boolean same = first.trace().content().equals(trace.content());
      if (same && first.trace().same().isAfter(clock.instant())) {
        return first.submission();
      }
    }
    beforehand.accept(submission.id());
    told.add(new Told(submission.form(), submission.id(), trace));
    kept.add(submission);
    return submission.id();
  }

  @Override
  public synchronized List<Trace> recent(String form, String network, Period period, Limit limit) {
    return told.stream()
        .filter(other -> other.form().equals(form))
        .map(Told::trace)
        .filter(trace -> trace.network().equals(network))
        .filter(trace -> trace.counted().isAfter(clock.instant()))
        .limit(limit.traces())
        .toList();
  }

  @Override
  public synchronized void eraseSignups(String sender) {
    kept.removeIf(submission -> submission.sender().filter(sender::equals).isPresent());
  }
}
