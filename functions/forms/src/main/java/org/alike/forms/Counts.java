package org.alike.forms;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Caller;
import org.alike.kernel.Cursors;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.store.Item;

/**
 * How many submissions a form got on each UTC day, counted from the submissions themselves: right
 * after every release and deletion, and nothing has to be written for it. Thread-safe.
 */
final class Counts {
  private static final InboxReader.Budget BUDGET = new InboxReader.Budget(30_000, 120);
  private static final int PORTION = 50;
  private static final int DAYS = 30;
  private static final int MOST_DAYS = 366;
  private final OwnedForms forms;
  private final InboxStore store;
  private final Cursors cursors;

  Counts(OwnedForms forms, InboxStore store, Cursors cursors) {
    this.forms = forms;
    this.store = store;
    this.cursors = cursors;
  }

  /** One day's counts so far. */
  private static final class Day {
    private final LocalDate date;
    private int received;
    private int quarantined;

    Day(LocalDate date) {
      this.date = date;
    }

    void count(Item item) {
      String status = item.text("status");
      received += status.equals("received") ? 1 : 0;
      quarantined += status.equals("quarantined") ? 1 : 0;
    }

    Map<String, Object> json(boolean whole) {
      return Json.of(
          "day",
          date.toString(),
          "received",
          received,
          "quarantined",
          quarantined,
          "atLeast",
          whole ? null : true);
    }
  }

  /** {@code GET /forms/{form}/counts?days=30}: the newest day first. */
  Answer list(Request request) {
    Caller owner = forms.owner(request);
    String form = request.path("form");
    LocalDate today = LocalDate.ofInstant(request.received(), ZoneOffset.UTC);
    LocalDate first = today.minusDays(days(request) - 1L);
    String binding = String.join("\n", "counts", owner.id(), form, "" + days(request));
    LocalDate last =
        request
            .query("cursor")
            .map(cursor -> LocalDate.parse(cursors.open(binding, cursor).get(0)))
            .orElse(today);
    List<Map<String, Object>> items = count(form, first, last);
    LocalDate next = last.minusDays(items.size());
    return Answer.ok(
        Json.of(
            "items",
            items,
            "next",
            next.isBefore(first) ? null : cursors.seal(binding, List.of(next.toString()))));
  }

  /**
   * As many whole days as the budget allows. Of a day that is too large for it alone, what was
   * counted is told, as that.
   */
  private List<Map<String, Object>> count(String form, LocalDate first, LocalDate last) {
    InboxReader reader =
        new InboxReader(
            store.partitions(form, "status"),
            new InboxReader.Stretch(
                true, SubmissionKeys.before(last.plusDays(1)), SubmissionKeys.before(first)),
            BUDGET,
            PORTION);
    List<Map<String, Object>> days = new ArrayList<>();
    Day day = new Day(last);
    for (Optional<Item> item = reader.next(); item.isPresent(); item = reader.next()) {
      LocalDate date = SubmissionKeys.date(SubmissionKeys.id(item.get().key()));
      while (date.isBefore(day.date)) {
        days.add(day.json(true));
        day = new Day(day.date.minusDays(1));
      }
      day.count(item.get());
    }
    LocalDate reached = reader.place().map(SubmissionKeys::date).orElse(first.minusDays(1));
    while (day.date.isAfter(reached)) {
      days.add(day.json(true));
      day = new Day(day.date.minusDays(1));
    }
    if (days.isEmpty()) {
      days.add(day.json(false));
    }
    return days;
  }

  private static int days(Request request) {
    String text = request.query("days").orElse(Integer.toString(DAYS));
    boolean digits = text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int days = digits ? Integer.parseInt(text) : 0;
    if (days < 1 || days > MOST_DAYS) {
      throw Failure.invalid("days", "range", "This is a number from 1 to 366.");
    }
    return days;
  }
}
