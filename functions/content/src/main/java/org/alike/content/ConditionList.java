package org.alike.content;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Cursors;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.kernel.Texts;

/**
 * The list of condition pages, a page of it at a time: out of memory, where the catalogue keeps it
 * for some seconds. A cursor names the place behind the last line shown, so that pages which come
 * and go meanwhile neither repeat nor hide any other. Thread-safe.
 */
final class ConditionList {
  private static final int DEFAULT_LIMIT = 25;
  private final Catalogue catalogue;
  private final Cursors cursors;
  private final Clock clock;

  ConditionList(Catalogue catalogue, Cursors cursors, Clock clock) {
    this.catalogue = catalogue;
    this.cursors = cursors;
    this.clock = clock;
  }

  private record Wanted(ListOrder order, Optional<String> letter, String lang) {
    /** Cursors are good for the same list only. */
    String binding() {
      return String.join(" ", "conditions", order.name(), letter.orElse(""), lang);
    }
  }

  /** {@code GET /conditions} without words to search for. */
  Answer list(Request request) {
    Wanted wanted = wanted(request);
    int limit = request.limit(DEFAULT_LIMIT);
    Optional<List<String>> after =
        request.query("cursor").map(cursor -> cursors.open(wanted.binding(), cursor));
    Comparator<List<String>> order = wanted.order.comparator();
    List<Entry> entries = catalogue.entries();
    List<Entry> behind =
        entries.stream()
            .filter(entry -> wanted.letter.isEmpty() || letter(wanted, entry))
            .filter(e -> after.isEmpty() || order.compare(place(wanted, e), after.get()) > 0)
            .sorted((a, b) -> order.compare(place(wanted, a), place(wanted, b)))
            .limit(limit + 1L)
            .toList();
    List<Entry> shown = behind.subList(0, Math.min(limit, behind.size()));
    String next =
        behind.size() > limit
            ? cursors.seal(wanted.binding(), place(wanted, shown.get(shown.size() - 1)))
            : null;
    Map<String, Object> list =
        Json.of(
            "items", shown.stream().map(entry -> item(entry, wanted.lang)).toList(),
            "letters", letters(entries, wanted.lang),
            "next", next);
    return Conditional.of(Form.JSON.contentType()).answer(request, Json.write(list));
  }

  private static Wanted wanted(Request request) {
    ListOrder order =
        ListOrder.find(request.query("order").orElse("name"))
            .orElseThrow(
                () -> Failure.invalid("order", "choice", "Say name, reviewed or nextReview."));
    Optional<String> letter = request.query("letter");
    if (letter.filter(text -> Texts.length(text) > 1).isPresent()) {
      throw Failure.invalid("letter", "too-long", "This must be one letter.");
    }
    return new Wanted(
        order, letter.map(Letters::of), Asked.of(request).lang().orElse(Reading.ENGLISH));
  }

  private static boolean letter(Wanted wanted, Entry entry) {
    String letter = Letters.of(entry.title(wanted.lang).name());
    return wanted.letter.filter(letter::equals).isPresent();
  }

  private static List<String> place(Wanted wanted, Entry entry) {
    return wanted.order.place(entry, wanted.lang);
  }

  /** The letters that some page stands under. */
  private static List<String> letters(List<Entry> entries, String lang) {
    return entries.stream()
        .map(entry -> Letters.of(entry.title(lang).name()))
        .distinct()
        .sorted()
        .toList();
  }

  private Map<String, Object> item(Entry entry, String lang) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Title title = entry.title(lang);
    Map<String, Object> item = ServedPage.named(entry.slug(), title);
    item.putAll(
        Json.of(
            "matched", title.name(),
            "page", true,
            "reviewed", entry.reviewed().map(LocalDate::toString),
            "nextReview", entry.nextReview().map(LocalDate::toString),
            "overdue", entry.nextReview().filter(today::isAfter).map(due -> true),
            "languages", List.copyOf(entry.titles().keySet())));
    return item;
  }
}
