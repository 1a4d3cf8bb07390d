package org.alike.wisdom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.alike.kernel.Json;

/**
 * An answer: sentences that others wrote, each with the number of its citation.
 *
 * @param id names the answer
 * @param quotes what is quoted, in order; none when there is no answer
 * @param message what to say instead
 * @param urgent help that comes before any answer
 */
record WisdomAnswer(
    String id, List<Quote> quotes, Optional<String> message, Optional<Map<String, Object>> urgent) {
  private static final String DISCLAIMER =
      "This is not a substitute for professional medical advice.";

  /** As clients see it; addresses begin with the site's origin. */
  Map<String, Object> toJson(String site) {
    Map<Passage, List<Quote>> cited = new LinkedHashMap<>();
    quotes.forEach(
        quote -> cited.computeIfAbsent(quote.passage(), unused -> new ArrayList<>()).add(quote));
    List<Passage> order = List.copyOf(cited.keySet());
    List<Map<String, Object>> answer =
        quotes.stream().map(quote -> sentence(quote, order)).toList();
    List<Map<String, Object>> citations = new ArrayList<>();
    cited.forEach(
        (passage, own) -> citations.add(citation(citations.size() + 1, passage, own, site)));
    return Json.of(
        "id", id,
        "answer", answer,
        "citations", citations,
        "abstained", quotes.isEmpty(),
        "message", message,
        "urgent", urgent,
        "disclaimer", DISCLAIMER);
  }

  private static Map<String, Object> sentence(Quote quote, List<Passage> order) {
    return Json.of("text", quote.text(), "citations", List.of(order.indexOf(quote.passage()) + 1));
  }

  private static Map<String, Object> citation(
      int n, Passage passage, List<Quote> quotes, String site) {
    return Json.of(
        "n", n,
        "kind", passage.kind().word(),
        "id", passage.id(),
        "title", passage.title(),
        "excerpt", excerpt(passage, quotes),
        "url", site + "/" + passage.address());
  }

  /** The quoted sentences with their neighbours, whatever is left out marked as such. */
  private static String excerpt(Passage passage, List<Quote> quotes) {
    TreeSet<Integer> shown = new TreeSet<>();
    for (Quote quote : quotes) {
      for (int at = quote.at() - 1; at <= quote.at() + 1; at++) {
        if (at >= 0 && at < passage.sentences().size()) {
          shown.add(at);
        }
      }
    }
    List<String> parts = new ArrayList<>();
    int last = shown.first();
    for (int at : shown) {
      if (at > last + 1) {
        parts.add(Sentences.GAP);
      }
      parts.add(passage.sentences().get(at));
      last = at;
    }
    return String.join(" ", parts);
  }
}
