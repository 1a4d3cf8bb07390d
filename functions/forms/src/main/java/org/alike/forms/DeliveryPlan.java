package org.alike.forms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.alike.kernel.Digest;

/**
 * Who is to hear of a stage that a submission has reached. Of a newsletter's, only whoever reads
 * the mailbox hears until they have confirmed. Pure.
 */
final class DeliveryPlan {
  private static final int ADDRESS_LETTERS = 8;

  private DeliveryPlan() {}

  /** The messages, none of them tried yet. */
  static List<Part> parts(
      Deliverable deliverable, FormDefinition form, DeliverySettings settings, Instant now) {
    boolean newsletter = deliverable.submission().purpose() == Purpose.NEWSLETTER;
    List<String> ids = new ArrayList<>();
    if (newsletter && deliverable.stage() == Stage.RECEIVED) {
      ids.add(Part.CONFIRM);
    } else if (deliverable.stage() == Stage.ENDED) {
      settings.webhooks().forEach(webhook -> ids.add(Part.ENDED + webhook.id()));
    } else {
      settings.addresses().forEach(address -> ids.add(Part.MAIL + receiver(address)));
      settings.webhooks().forEach(webhook -> ids.add(Part.HOOK + webhook.id()));
      if (settings.autoresponder().isPresent()
          && Recipient.of(form, deliverable.submission()).isPresent()) {
        ids.add(Part.AUTORESPONSE);
      }
    }
    return ids.stream().map(id -> Part.fresh(id, now)).toList();
  }

  /** What stands for one of the owner's addresses, so that no id shows it. */
  static String receiver(String address) {
    return Digest.of(address).substring(0, ADDRESS_LETTERS);
  }
}
