package org.alike.wisdom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  /** The quoted sentences with what their paragraphs say next to them; gaps are marked as such. */
  private static String excerpt(Passage passage, List<Quote> quotes) {
    List<String> sentences = passage.sentences();
    TreeMap<Integer, Integer> shown = new TreeMap<>();
    for (Quote quote : quotes) {
      int start = passage.lines().subList(0, quote.line()).stream().mapToInt(List::size).sum();
      int end = start + passage.lines().get(quote.line()).size();
      for (int at = Math.max(start, quote.at() - 1); at < end && at <= quote.at() + 1; at++) {
        shown.put(at, quote.line());
      }
    }
    List<String> parts = new ArrayList<>();
    shown.forEach(
        (at, line) -> {
          if (!parts.isEmpty() && !line.equals(shown.get(at - 1))) {
            parts.add(Sentences.GAP);
          }
          parts.add(sentences.get(at));
        });
    return String.join(" ", parts);
  }
}
