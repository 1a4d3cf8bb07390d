package org.alike.forms;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.alike.store.Change;

/**
 * Tells for the first time: of a submission that has just come, was let out of quarantine, or whose
 * newsletter was confirmed or ended. Each stage is told once: what comes again, late or twice finds
 * that it was told. A message arrives at least once, and but for a crash at the worst moment
 * exactly once. Thread-safe.
 */
final class DeliveryRound {
  /** Of a batch of changes; what is left after that is left to the retries. */
  private static final Duration PROMPT = Duration.ofSeconds(30);

  private final DeliveryStore store;
  private final DeliverySettingsStore settings;
  private final FormDefinitions forms;
  private final Couriers couriers;
  private final Clock clock;

  DeliveryRound(
      DeliveryStore store,
      DeliverySettingsStore settings,
      FormDefinitions forms,
      Couriers couriers,
      Clock clock) {
    this.store = store;
    this.settings = settings;
    this.forms = forms;
    this.couriers = couriers;
    this.clock = clock;
  }

  /** Tells what changes of the table are about; how many it dealt with. */
  int read(List<Change> changes) {
    long prompt = clock.millis() + PROMPT.toMillis();
    for (int i = 0; i < changes.size(); i++) {
      try {
        Change change = changes.get(i);
        boolean now = clock.millis() < prompt;
        reached(change).ifPresent(deliverable -> tell(deliverable, now));
      } catch (RuntimeException fault) {
        if (i == 0) {
          throw fault;
        }
        return i; // it comes again as the first one, and is noted then
      }
    }
    return changes.size();
  }

  /** What has reached another stage; a mark or a correction is nobody's news. */
  private static Optional<Deliverable> reached(Change change) {
    Optional<Stage> before = change.before().flatMap(Deliverable::of).map(Deliverable::stage);
    return change
        .after()
        .flatMap(Deliverable::of)
        .filter(deliverable -> !before.equals(Optional.of(deliverable.stage())));
  }

  /**
   * Tells of a stage, unless that was done.
   *
   * @param now whether to try at once; otherwise the messages are due
   */
  void tell(Deliverable deliverable, boolean now) {
    Submission submission = deliverable.submission();
    Delivery known = known(submission);
    if (known.stages().contains(deliverable.stage())) {
      free(known);
      return;
    }
    DeliverySettings choice = settings.find(submission.form());
    Optional<FormDefinition> form = forms.find(submission.form());
    List<Part> parts =
        form.map(f -> DeliveryPlan.parts(deliverable, f, choice, clock.instant()))
            .orElse(List.of());
    if (parts.isEmpty()) {
      return;
    }
    List<DeliveryJob> jobs =
        parts.stream().map(part -> new DeliveryJob(deliverable, form.get(), choice, part)).toList();
    List<Part> told = now ? couriers.first(jobs) : parts;
    Stage stage = deliverable.stage();
    store.change(known, other -> other.stages().contains(stage) ? other : other.with(stage, told));
  }

  /** What was held back while the submission was in quarantine is due from now on. */
  private void free(Delivery known) {
    if (known.has(Part.State.HELD)) {
      store.change(
          known,
          delivery ->
              delivery.with(
                  part ->
                      part.state() == Part.State.HELD ? part.postponed(clock.instant()) : part));
    }
  }

  private Delivery known(Submission submission) {
    return store
        .find(submission.form(), submission.id())
        .orElseGet(() -> Delivery.none(submission));
  }
}
