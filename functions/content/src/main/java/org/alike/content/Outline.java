package org.alike.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which sections a page has in which language and level, and when each is due for its next review.
 * It is kept beside the packed text, so that what somebody gets to read, and whether it has changed
 * since, is known without unpacking. Immutable.
 *
 * @param due by reading and section id, in the page's order
 */
record Outline(Map<Reading, Map<String, LocalDate>> due) {
  /** Of a page without variants. */
  static final Outline NONE = new Outline(Map.of());

  static Outline of(Manuscript manuscript) {
    Map<Reading, Map<String, LocalDate>> due = new LinkedHashMap<>();
    for (Variant variant : manuscript.variants()) {
      Map<String, LocalDate> sections = new LinkedHashMap<>();
      variant.sections().forEach(s -> sections.put(s.id(), s.review().nextReview()));
      due.put(variant.reading(), sections);
    }
    return new Outline(due);
  }

  /** The outline that these {@link #lines()} tell. */
  static Outline of(List<String> lines) {
    Map<Reading, Map<String, LocalDate>> due = new LinkedHashMap<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      Map<String, LocalDate> sections = new LinkedHashMap<>();
      for (int i = 1; i < words.length; i++) {
        int mark = words[i].indexOf('=');
        sections.put(words[i].substring(0, mark), LocalDate.parse(words[i].substring(mark + 1)));
      }
      due.put(Reading.of(words[0]), sections);
    }
    return new Outline(due);
  }

  /** A line for each variant: {@code es/plain overview=2027-11-23 symptoms=...}. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    due.forEach(
        (reading, sections) ->
            lines.add(
                reading.key()
                    + sections.entrySet().stream()
                        .map(section -> " " + section.getKey() + "=" + section.getValue())
                        .collect(Collectors.joining())));
    return lines;
  }

  /** Every language of the page, English first. */
  List<String> languages() {
    return Stream.concat(
            Stream.of(Reading.ENGLISH), due.keySet().stream().map(Reading::lang).sorted())
        .distinct()
        .toList();
  }

  /** Every level that some text of the page has. */
  Set<Level> levels() {
    return due.keySet().stream().map(Reading::level).collect(Collectors.toCollection(TreeSet::new));
  }
}
