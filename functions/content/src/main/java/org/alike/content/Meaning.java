package org.alike.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.alike.vocabulary.Concept;

/**
 * What some words of a search were understood as.
 *
 * @param concept what they mean, or may mean
 * @param matched the name they were recognised by
 * @param whole whether no other word was typed
 */
record Meaning(Concept concept, String matched, boolean whole) {
  /** So many names say enough. */
  private static final int MOST_NAMES = 12;

  /** Whether these words are the name of this condition and nothing else. */
  boolean isJust(String condition) {
    return whole && is(condition);
  }

  /** Whether it is this condition. */
  boolean is(String condition) {
    return key().equals("condition:" + condition);
  }

  /** Kind and id in one. */
  String key() {
    return kind() + ":" + concept.id();
  }

  /** Ways to say it. */
  List<String> names() {
    List<String> names = new ArrayList<>(List.of(concept.name()));
    if (concept.shortName() != null) {
      names.add(concept.shortName());
    }
    names.addAll(concept.otherNames());
    return names.subList(0, Math.min(names.size(), MOST_NAMES));
  }

  Map<String, Object> toJson() {
    return Json.of("kind", kind(), "id", concept.id(), "name", concept.name(), "matched", matched);
  }

  private String kind() {
    return SearchField.word(concept.kind());
  }
}
