package org.alike.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A place in which two manuscripts differ, line by line.
 *
 * @param place where
 * @param lines of both
 */
record LineChanges(TextChange place, List<LineChange> lines) {
  /** Keeps its own copy. */
  LineChanges {
    lines = List.copyOf(lines);
  }

  /** Every place in which they differ; an absent one has nothing written in it. */
  static List<LineChanges> between(Optional<Manuscript> before, Optional<Manuscript> after) {
    Map<TextChange, List<String>> old = before.map(ManuscriptLines::of).orElse(Map.of());
    Map<TextChange, List<String>> now = after.map(ManuscriptLines::of).orElse(Map.of());
    Set<TextChange> places = new LinkedHashSet<>(now.keySet());
    places.addAll(old.keySet());
    List<LineChanges> changes = new ArrayList<>();
    for (TextChange place : places) {
      List<String> was = old.getOrDefault(place, List.of());
      List<String> is = now.getOrDefault(place, List.of());
      if (!was.equals(is)) {
        changes.add(new LineChanges(place, LineChange.between(was, is)));
      }
    }
    return changes;
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = place.toJson();
    json.put("lines", lines.stream().map(LineChange::toJson).toList());
    return json;
  }
}
