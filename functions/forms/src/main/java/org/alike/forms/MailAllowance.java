package org.alike.forms;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Digest;
import org.alike.kernel.Failure;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Outcome;
import org.alike.store.Write;

/**
 * How many mails a mailbox gets because somebody typed it into a form, so that nobody can flood a
 * stranger's: of each form one autoresponse and two confirmation mails a day (UTC), and five of all
 * forms together. A mail that was counted before is not counted again. Thread-safe.
 */
final class MailAllowance {
  private static final int A_DAY = 5;
  private static final int CONFIRMATIONS = 2;
  private static final int ATTEMPTS = 5;
  private static final Duration KEPT = Duration.ofDays(2);
  private static final String COUNTED = "counted";
  private static final String COUNT = "count";
  private final DynamoTable table;
  private final Clock clock;

  MailAllowance(DynamoTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /** Counts a mail; false when it would be one too many. */
  boolean counts(String mailbox, Submission submission, String part) {
    Key key = key(mailbox);
    Optional<Item> known = table.get(key);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<String> counted = known.map(item -> item.texts(COUNTED)).orElse(List.of());
      String mail = part + " " + submission.form() + " " + submission.id();
      if (counted.contains(mail)) {
        return true;
      }
      if (!isAllowed(counted, part + " " + submission.form() + " ", part)) {
        return false;
      }
      Outcome outcome = write(key, counted, mail);
      if (outcome.done()) {
        return true;
      }
      known = outcome.existing();
    }
    throw Failure.unavailable(1);
  }

  private static boolean isAllowed(List<String> counted, String same, String part) {
    long ofForm = counted.stream().filter(other -> other.startsWith(same)).count();
    return counted.size() < A_DAY && ofForm < (part.equals(Part.CONFIRM) ? CONFIRMATIONS : 1);
  }

  /** Where the answer to it is lost, the next look finds the mail counted. */
  private Outcome write(Key key, List<String> counted, String mail) {
    List<String> all = new ArrayList<>(counted);
    all.add(mail);
    Item item =
        Item.of(key)
            .with(COUNTED, all)
            .with(COUNT, all.size())
            .expiring(clock.instant().plus(KEPT));
    return table.write(
        Write.put(item)
            .when("attribute_not_exists(#pk) OR #count = ?", counted.size())
            .recognised());
  }

  private Key key(String mailbox) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Key.of("MAILS#" + Digest.of(mailbox), today.format(DateTimeFormatter.BASIC_ISO_DATE));
  }
}
