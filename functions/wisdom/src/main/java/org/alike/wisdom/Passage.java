package org.alike.wisdom;

import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;

/**
 * Something that was said in one place and can be quoted.
 *
 * @param kind where
 * @param id names the place: {@code slug#section}, or the id of the thread or reply
 * @param condition which condition it is about
 * @param aspect what about it; empty for posts
 * @param title what the place is called
 * @param address where it can be read, below the site's origin
 * @param sentences in order; {@link Sentences#GAP} stands where one can't be quoted
 */
record Passage(
    PassageKind kind,
    String id,
    String condition,
    String aspect,
    String title,
    String address,
    List<String> sentences) {
  /** Keeps its own copy. */
  Passage {
    sentences = List.copyOf(sentences);
  }

  Map<String, Object> toJson() {
    return Json.of(
        "kind", kind.name(),
        "id", id,
        "condition", condition,
        "aspect", aspect,
        "title", title,
        "address", address,
        "sentences", sentences);
  }

  static Passage fromJson(Map<String, Object> json) {
    List<String> sentences =
        json.get("sentences") instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of();
    return new Passage(
        PassageKind.valueOf(String.valueOf(json.get("kind"))),
        String.valueOf(json.get("id")),
        String.valueOf(json.get("condition")),
        String.valueOf(json.get("aspect")),
        String.valueOf(json.get("title")),
        String.valueOf(json.get("address")),
        sentences);
  }
}
