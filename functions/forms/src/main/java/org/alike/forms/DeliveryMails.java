package org.alike.forms;

import java.util.Map;
import java.util.Optional;
import org.alike.mail.Mail;

/**
 * What the mails about submissions say. Nothing in them was written by whoever sent the form: a
 * mail of ours can be used to tell nobody anything, and gives nobody's health away. Pure;
 * thread-safe.
 */
final class DeliveryMails {
  private final String apiUrl;
  private final String siteUrl;

  DeliveryMails(String apiUrl, String siteUrl) {
    this.apiUrl = apiUrl;
    this.siteUrl = siteUrl;
  }

  /** Tells an owner that there is something in the inbox. */
  Mail.Message notification(String to, FormDefinition form, Deliverable deliverable) {
    String what =
        deliverable.stage() == Stage.CONFIRMED
            ? "somebody has confirmed that they want \u201C%s\u201D."
            : "somebody has sent the form \u201C%s\u201D.";
    String text =
        """
        Hello,

        %s
        What they wrote is in your inbox:

        %s/inbox.html#%s/%s

        Alike
        %s
        """
            .formatted(
                what.formatted(form.title()),
                siteUrl,
                form.form(),
                deliverable.submission().id(),
                siteUrl);
    return automatic(to, "New: " + form.title(), text, Optional.empty());
  }

  /** What the owner wrote for everybody who sends the form. */
  Mail.Message autoresponse(String to, Autoresponder mail) {
    return automatic(to, mail.subject(), mail.text(), mail.replyTo());
  }

  /** Asks whether whoever reads this mailbox wants a newsletter. */
  Mail.Message confirmation(String to, FormDefinition form, String token) {
    String text =
        """
        Hello,

        somebody, most likely you, asked for \u201C%s\u201D with this address.
        Please confirm it here:

        %s/subscriptions/%s

        The link works for %d days; later it leads to where you can end it.

        It wasn't you? Then there is nothing to do: without this link nothing
        happens.

        Alike
        %s
        """
            .formatted(form.title(), apiUrl, token, SubscriptionLinks.DAYS, siteUrl);
    return automatic(to, "Please confirm: " + form.title(), text, Optional.empty());
  }

  /** RFC 3834: what answers mails by itself must not answer this one. */
  private static Mail.Message automatic(
      String to, String subject, String text, Optional<String> replyTo) {
    Map<String, String> headers = Map.of("Auto-Submitted", "auto-generated");
    return new Mail.Message(to, subject, text, replyTo, headers);
  }
}
