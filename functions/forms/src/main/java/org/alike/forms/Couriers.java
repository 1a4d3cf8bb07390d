package org.alike.forms;

import java.time.Clock;
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

  Couriers(WebhookCourier webhooks, MailCourier mails, Retries retries, Clock clock) {
    this.webhooks = webhooks;
    this.mails = mails;
    this.retries = retries;
    this.clock = clock;
  }

  /**
   * The messages of a new submission, in their order, after a first try; those to slow webhooks are
   * put off.
   */
  List<Part> first(List<DeliveryJob> jobs) {
    return parts(jobs, job -> job.part().isHook() && webhooks.isSlow(job));
  }

  /** These messages, in their order, after a try. */
  List<Part> tried(List<DeliveryJob> jobs) {
    return parts(jobs, job -> false);
  }

  /** When the mail service has no time for one mail, the others need not ask. */
  private List<Part> parts(List<DeliveryJob> jobs, Predicate<DeliveryJob> putOff) {
    List<Optional<Supplier<Attempt>>> begun = new ArrayList<>();
    for (DeliveryJob job : jobs) {
      begun.add(putOff.test(job) ? Optional.empty() : Optional.of(begin(job)));
    }
    List<Part> parts = new ArrayList<>();
    boolean busy = false;
    for (int i = 0; i < jobs.size(); i++) {
      Part part = jobs.get(i).part();
      Optional<Attempt> attempt =
          busy && !part.isHook() ? Optional.empty() : begun.get(i).map(Supplier::get);
      parts.add(after(part, attempt));
      busy |= !part.isHook() && attempt.filter(Couriers::isForLater).isPresent();
    }
    return parts;
  }

  private static boolean isForLater(Attempt attempt) {
    return attempt.verdict() == Attempt.Verdict.LATER;
  }

  private Part after(Part part, Optional<Attempt> attempt) {
    Instant now = clock.instant();
    return attempt
        .map(ended -> part.after(ended, now, retries))
        .orElseGet(() -> part.postponed(retries.soon(now)));
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
