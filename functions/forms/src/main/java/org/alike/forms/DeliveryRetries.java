package org.alike.forms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.store.Item;
import org.jspecify.annotations.Nullable;

/**
 * Tries again what is due. Forms take turns, so that no form's broken webhook makes another's wait;
 * whoever works on a delivery has taken it, and loses it if they never come back. Thread-safe.
 */
final class DeliveryRetries {
  /** Of one form in one turn. */
  private static final int A_TURN = 8;

  private static final Duration BUDGET = Duration.ofSeconds(40);

  /** Longer than a turn can take. */
  private static final Duration TAKEN = Duration.ofMinutes(2);

  private final DeliveryStore store;
  private final DeliverySettingsStore settings;
  private final FormDefinitions forms;
  private final DeliveryRound round;
  private final Couriers couriers;
  private final Retries retries;
  private final Clock clock;

  DeliveryRetries(
      DeliveryStore store,
      DeliverySettingsStore settings,
      FormDefinitions forms,
      DeliveryRound round,
      Couriers couriers,
      Retries retries,
      Clock clock) {
    this.store = store;
    this.settings = settings;
    this.forms = forms;
    this.round = round;
    this.couriers = couriers;
    this.retries = retries;
    this.clock = clock;
  }

  /** A delivery with what is to be tried of it, and what there is no need for as it becomes. */
  private record Taken(Delivery delivery, List<DeliveryJob> jobs, Map<Part, Part> needless) {}

  /** Tries what is due by now; tells how many deliveries it had in hand. */
  int run() {
    long end = clock.millis() + BUDGET.toMillis();
    int handled = 0;
    @Nullable RuntimeException fault = null;
    Deque<String> turns = new ArrayDeque<>(settings.forms());
    while (!turns.isEmpty() && clock.millis() < end) {
      String form = turns.remove();
      try {
        int some = turn(form);
        handled += some;
        if (some == A_TURN) {
          turns.add(form);
        }
      } catch (RuntimeException ofThisForm) {
        fault = ofThisForm; // the others need not wait for it
      }
    }
    if (fault != null) {
      throw fault;
    }
    return handled;
  }

  private int turn(String form) {
    List<DeliveryStore.Due> due = store.due(form, clock.instant(), A_TURN);
    List<Taken> taken = new ArrayList<>();
    due.forEach(entry -> taken(entry).ifPresent(taken::add));
    List<DeliveryJob> jobs = taken.stream().flatMap(each -> each.jobs().stream()).toList();
    Iterator<Part> tried = couriers.tried(jobs).iterator();
    for (Taken each : taken) {
      Map<Part, Part> after = new HashMap<>(each.needless());
      each.jobs().forEach(job -> after.put(job.part(), tried.next()));
      store.change(
          each.delivery(), delivery -> delivery.with(part -> after.getOrDefault(part, part)));
    }
    return due.size();
  }

  /** Takes a delivery; empty when somebody else did, or there is nothing to do for it. */
  private Optional<Taken> taken(DeliveryStore.Due entry) {
    Optional<Delivery> found = store.find(entry.form(), entry.submission());
    Optional<Item> submission = store.submission(entry.form(), entry.submission());
    if (found.isEmpty() || !found.get().due().map(entry::isAt).orElse(false)) {
      submission.flatMap(Deliverable::of).ifPresent(deliverable -> round.tell(deliverable, false));
      dropUnlessDue(entry);
      return Optional.empty();
    }
    Instant now = clock.instant();
    Delivery mine = found.get().takenUntil(now.plus(TAKEN));
    return store.save(found.get(), mine)
        ? Optional.of(jobs(mine, submission, now))
        : Optional.empty();
  }

  /** An entry that was only a reminder; the delivery it reminded of may be due in its second. */
  private void dropUnlessDue(DeliveryStore.Due entry) {
    Optional<Instant> due = store.find(entry.form(), entry.submission()).flatMap(Delivery::due);
    if (due.filter(entry::isAt).isEmpty()) {
      store.drop(entry);
    }
  }

  private Taken jobs(Delivery delivery, Optional<Item> submission, Instant now) {
    List<Part> due = delivery.dueAt(now);
    Optional<Deliverable> deliverable = submission.flatMap(Deliverable::of);
    Optional<FormDefinition> form = forms.find(delivery.form());
    if (deliverable.isPresent() && form.isPresent()) {
      DeliverySettings told = settings.find(delivery.form());
      return new Taken(
          delivery,
          due.stream()
              .map(part -> new DeliveryJob(deliverable.get(), form.get(), told, part))
              .toList(),
          Map.of());
    }
    boolean quarantined = submission.flatMap(DynamoSubmissionStore::submission).isPresent();
    Attempt attempt = quarantined ? Attempt.quarantined() : Attempt.needless("gone");
    Map<Part, Part> needless = new HashMap<>();
    due.forEach(part -> needless.put(part, part.after(attempt, now, retries)));
    return new Taken(delivery, List.of(), needless);
  }
}
