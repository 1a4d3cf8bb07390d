package org.alike.forms;

import java.time.Clock;
import java.util.Optional;
import org.alike.mail.Mail;

/** Delivers by mail: to the owner, and to whoever sent the form. Thread-safe. */
final class MailCourier {
  private static final String LIMIT = "limit";
  private static final String REMOVED = "removed";

  /** Of each kind and form within an hour. */
  private static final int MOST_MAILS = 100;

  private final Mail mail;
  private final DeliveryMails texts;
  private final MailAllowance allowance;
  private final SubscriptionLinks links;
  private final FormPace pace = new FormPace(MOST_MAILS);
  private final Clock clock;

  MailCourier(
      Mail mail,
      DeliveryMails texts,
      MailAllowance allowance,
      SubscriptionLinks links,
      Clock clock) {
    this.mail = mail;
    this.texts = texts;
    this.allowance = allowance;
    this.links = links;
    this.clock = clock;
  }

  Attempt attempt(DeliveryJob job) {
    return switch (job.part().id()) {
      case Part.CONFIRM -> confirm(job);
      case Part.AUTORESPONSE -> respond(job);
      default -> tell(job);
    };
  }

  private Attempt tell(DeliveryJob job) {
    return job.settings().addresses().stream()
        .filter(address -> DeliveryPlan.receiver(address).equals(job.part().receiver()))
        .findFirst()
        .map(address -> texts.notification(address, job.form(), job.deliverable()))
        .map(message -> paced(job, "mail", message))
        .orElse(Attempt.needless(REMOVED));
  }

  private Attempt respond(DeliveryJob job) {
    Optional<Autoresponder> autoresponder = job.settings().autoresponder();
    Optional<String> to = Recipient.of(job.form(), job.deliverable().submission());
    if (autoresponder.isEmpty() || to.isEmpty()) {
      return Attempt.needless(REMOVED);
    }
    return counted(job, to.get(), texts.autoresponse(to.get(), autoresponder.get()));
  }

  private Attempt confirm(DeliveryJob job) {
    Submission submission = job.deliverable().submission();
    return Recipient.of(job.form(), submission)
        .filter(to -> job.deliverable().stage() == Stage.RECEIVED)
        .map(to -> texts.confirmation(to, job.form(), links.token(submission, to)))
        .map(message -> counted(job, message.to(), message))
        .orElse(Attempt.needless(REMOVED));
  }

  private Attempt counted(DeliveryJob job, String to, Mail.Message message) {
    String kind = job.part().id();
    return allowance.counts(to, job.deliverable().submission(), kind)
        ? paced(job, kind, message)
        : Attempt.needless(LIMIT);
  }

  private Attempt paced(DeliveryJob job, String kind, Mail.Message message) {
    if (!pace.counts(job.form().form(), kind, clock.instant())) {
      return Attempt.needless(LIMIT);
    }
    return switch (mail.send(message)) {
      case ACCEPTED -> Attempt.delivered("sent");
      case LATER -> Attempt.later("busy");
      case REFUSED -> Attempt.never("refused");
    };
  }
}
