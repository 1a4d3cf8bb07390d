package org.alike.forms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.alike.kernel.Failure;

/** Tries messages: calls of webhooks all at once, and mails meanwhile. Thread-safe. */
final class Couriers {
  private final WebhookCourier webhooks;
  private final MailCourier mails;
  private final Retries retries;
  private final Clock clock;
  private final SlowReceivers slow = new SlowReceivers();

  Couriers(WebhookCourier webhooks, MailCourier mails, Retries retries, Clock clock) {
    this.webhooks = webhooks;
    this.mails = mails;
    this.retries = retries;
    this.clock = clock;
  }

  /**
   * The messages of a new submission, in their order, after a first try; those to slow receivers
   * are put off.
   */
  List<Part> first(List<DeliveryJob> jobs) {
    return parts(jobs, job -> job.part().isHook() && slow.has(job, clock.instant()));
  }

  /** These messages, in their order, after a try. */
  List<Part> tried(List<DeliveryJob> jobs) {
    return parts(jobs, job -> false);
  }

  private List<Part> parts(List<DeliveryJob> jobs, Predicate<DeliveryJob> putOff) {
    long start = System.nanoTime();
    List<Optional<Supplier<Attempt>>> begun = new ArrayList<>();
    for (DeliveryJob job : jobs) {
      boolean later = putOff.test(job);
      begun.add(later ? Optional.empty() : Optional.of(begin(job)));
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < jobs.size(); i++) {
      Instant now = clock.instant();
      DeliveryJob job = jobs.get(i);
      Optional<Attempt> attempt = begun.get(i).map(Supplier::get);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      attempt.ifPresent(ended -> slow.note(job, ended, took, now));
      parts.add(
          attempt
              .map(ended -> job.part().after(ended, now, retries))
              .orElseGet(() -> job.part().postponed(retries.soon(now))));
    }
    return parts;
  }

  /** Calls begin here, so that they run while mails are sent. */
  private Supplier<Attempt> begin(DeliveryJob job) {
    if (job.part().isHook()) {
      return webhooks.begin(job);
    }
    return () -> sent(job);
  }

  /** What is already under way to others must be noted, whatever becomes of this mail. */
  private Attempt sent(DeliveryJob job) {
    try {
      return mails.attempt(job);
    } catch (Failure busy) {
      return Attempt.later("busy");
    }
  }
}
