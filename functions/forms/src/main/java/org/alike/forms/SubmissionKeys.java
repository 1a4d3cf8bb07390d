package org.alike.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.alike.kernel.Ids;
import org.alike.store.Key;

/**
 * Where submissions and what belongs to them lie in the table. A form's submissions are spread over
 * a few partitions, and in each in order of time; both follow from the id alone, so that no index
 * is needed to find one. Pure.
 */
final class SubmissionKeys {
  /** How many partitions the submissions of one form are spread over. */
  static final int SHARDS = 4;

  /** Sorts behind every id. */
  static final String NEWEST = Ids.lastOf(Instant.parse("9999-12-31T23:59:59.999Z"));

  private static final String INBOX = "INBOX#";
  private static final int ID_DIGITS = 32;
  private static final int MILLIS_DIGITS = 12;

  private SubmissionKeys() {}

  static Key submission(String form, String id) {
    return Key.of(inbox(form, Character.digit(id.charAt(id.length() - 1), 16)), day(id) + "#" + id);
  }

  /** Whether a text from outside can be a submission's id. */
  static boolean isId(String text) {
    return Ids.isId(text)
        && text.replace("-", "").length() == ID_DIGITS
        && text.compareTo(NEWEST) < 0;
  }

  /** Where this id stands in one of its form's partitions, be it there or not. */
  static List<String> place(String form, int shard, String id) {
    return List.of(inbox(form, shard), day(id) + "#" + id);
  }

  static String inbox(String form, int shard) {
    return INBOX + form + "#" + shard % SHARDS;
  }

  static boolean isSubmission(Key key) {
    return key.partition().startsWith(INBOX) && Character.isDigit(key.sort().charAt(0));
  }

  static String form(Key submission) {
    String partition = submission.partition();
    return partition.substring(INBOX.length(), partition.lastIndexOf('#'));
  }

  static String id(Key submission) {
    return submission.sort().substring(submission.sort().indexOf('#') + 1);
  }

  static Key trace(String form, String network, Period period, String content) {
    return Key.of(traces(form, network, period), content);
  }

  static String traces(String form, String network, Period period) {
    return "FROM#" + form + "#" + network + "#" + period.start();
  }

  static Key bySender(String sender, String submission) {
    return Key.of("SENDER#" + sender, submission);
  }

  /** The moment at which an id was made; ids begin with their time in milliseconds. */
  static Instant moment(String id) {
    return Instant.ofEpochMilli(
        Long.parseLong(id.replace("-", "").substring(0, MILLIS_DIGITS), 16));
  }

  /** The UTC day on which an id was made. */
  static LocalDate date(String id) {
    return moment(id).atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** The id behind which all submissions of this UTC day and later ones stand. */
  static String before(LocalDate day) {
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return Ids.lastOf(start.isAfter(Instant.EPOCH) ? start.minusMillis(1) : Instant.EPOCH);
  }

  private static String day(String id) {
    return date(id).format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  /** A moment's UTC day, as keys write it. */
  static String day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC).format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  /** The days from one moment to another, both included. */
  static List<String> days(Instant from, Instant to) {
    LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC);
    LocalDate last = LocalDate.ofInstant(to, ZoneOffset.UTC);
    return first
        .datesUntil(last.plusDays(1))
        .map(day -> day.format(DateTimeFormatter.BASIC_ISO_DATE))
        .toList();
  }
}
