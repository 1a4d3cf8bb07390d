package org.alike.wisdom;

import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said in one place and can be quoted.
 *
 * @param kind where
 * @param id names the place: {@code slug#section}, or the id of the thread or reply
 * @param condition which condition it is about
 * @param aspect what about it; empty for posts
 * @param title what the place is called
 * @param address where it can be read, below the site's origin
 * @param lines its paragraphs and points, each a list of sentences; {@link Sentences#GAP} stands
 *     where one can't be quoted
 */
record Passage(
    PassageKind kind,
    String id,
    String condition,
    String aspect,
    String title,
    String address,
    List<List<String>> lines) {
  /** Keeps its own copy. */
  Passage {
    lines = lines.stream().map(List::copyOf).toList();
  }

  /** The page, thread or reply that it belongs to. */
  String source() {
    int section = id.indexOf('#');
    return section < 0 ? id : id.substring(0, section);
  }

  /** All sentences, in order. */
  List<String> sentences() {
    return lines.stream().flatMap(List::stream).toList();
  }

  Map<String, Object> toJson() {
    return Json.of(
        "kind", kind.name(),
        "id", id,
        "condition", condition,
        "aspect", aspect,
        "title", title,
        "address", address,
        "lines", lines);
  }

  static Passage fromJson(Map<String, Object> json) {
    List<List<String>> lines =
        texts(json.get("lines")).stream()
            .map(line -> texts(line).stream().map(String::valueOf).toList())
            .toList();
    return new Passage(
        PassageKind.valueOf(String.valueOf(json.get("kind"))),
        String.valueOf(json.get("id")),
        String.valueOf(json.get("condition")),
        String.valueOf(json.get("aspect")),
        String.valueOf(json.get("title")),
        String.valueOf(json.get("address")),
        lines);
  }

  private static List<?> texts(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
