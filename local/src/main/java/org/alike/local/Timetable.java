package org.alike.local;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a schedule is due: {@code rate(5 minutes)} or {@code cron(0 3 * * ? *)}. Of cron it knows
 * numbers, lists, ranges, steps, {@code *} and {@code ?}, in UTC.
 */
final class Timetable {
  private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
  private static final Pattern CRON = Pattern.compile("cron\\((.+)\\)");
  private static final Duration HORIZON = Duration.ofDays(366);

  private final Duration every;
  private final List<String> fields;

  private Timetable(Duration every, List<String> fields) {
    this.every = every;
    this.fields = fields;
  }

  /**
   * @throws StartProblem when the expression is neither
   */
  static Timetable of(String expression) {
    Matcher rate = RATE.matcher(expression);
    if (rate.matches()) {
      ChronoUnit unit =
          switch (rate.group(2)) {
            case "minute" -> ChronoUnit.MINUTES;
            case "hour" -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
          };
      return new Timetable(
          unit.getDuration().multipliedBy(Long.parseLong(rate.group(1))), List.of());
    }
    Matcher cron = CRON.matcher(expression);
    List<String> fields = cron.matches() ? List.of(cron.group(1).trim().split("\\s+")) : List.of();
    if (fields.size() != 6 || !fields.stream().allMatch(f -> f.matches("[\\d*?,/-]+"))) {
      throw new StartProblem("The local stack does not know the schedule " + expression);
    }
    return new Timetable(Duration.ZERO, fields);
  }

  /** The first due time after the given one. */
  Instant after(Instant last) {
    if (fields.isEmpty()) {
      return last.plus(every);
    }
    ZonedDateTime time = last.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
    ZonedDateTime end = time.plus(HORIZON);
    do {
      time = time.plusMinutes(1);
    } while (!due(time) && time.isBefore(end));
    return time.toInstant();
  }

  private boolean due(ZonedDateTime time) {
    return matches(0, time.getMinute(), 0)
        && matches(1, time.getHour(), 0)
        && matches(2, time.getDayOfMonth(), 1)
        && matches(3, time.getMonthValue(), 1)
        && matches(4, time.getDayOfWeek().getValue() % 7 + 1, 1)
        && matches(5, time.getYear(), 1970);
  }

  private boolean matches(int field, int value, int first) {
    for (String part : fields.get(field).split(",", -1)) {
      String[] range = part.split("/", -1)[0].split("-", -1);
      int step = part.contains("/") ? Integer.parseInt(part.split("/", -1)[1]) : 1;
      boolean all = range[0].equals("*") || range[0].equals("?");
      int from = all ? first : Integer.parseInt(range[0]);
      int to = all || part.contains("/") ? Integer.MAX_VALUE : from;
      to = range.length > 1 ? Integer.parseInt(range[1]) : to;
      if (value >= from && value <= to && (value - from) % step == 0) {
        return true;
      }
    }
    return false;
  }
}
