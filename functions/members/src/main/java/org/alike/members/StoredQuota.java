package org.alike.members;

import java.time.Instant;
import java.time.LocalDate;
import org.alike.store.Item;
import org.alike.store.Write;

/** A mailbox's count of mails as the table keeps it, beside what became of its signups. */
final class StoredQuota {
  private StoredQuota() {}

  static MailQuota quota(Item latest) {
    return new MailQuota(
        LocalDate.parse(latest.text("day")),
        (int) latest.number("mails"),
        Instant.parse(latest.text("last")));
  }

  /** Counts one mail more, when the count still is as seen. */
  static Write counted(Mailbox mailbox, MailQuota seen, MailQuota next, Instant now) {
    return Write.update(
            Keys.latest(mailbox),
            "SET #day = ?, #mails = ?, #last = ?, #expires = ?,"
                + " #submission = if_not_exists(#submission, ?)",
            next.day().toString(),
            next.mails(),
            next.last().toString(),
            now.plus(DynamoSignupStore.REMEMBERED).getEpochSecond(),
            "")
        .when(
            "attribute_not_exists(#pk) OR #expires <= ? OR (#mails = ? AND #last = ?)",
            now.getEpochSecond(),
            seen.mails(),
            seen.last().toString());
  }
}
