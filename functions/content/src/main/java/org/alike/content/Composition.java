package org.alike.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which texts one reader gets: for each section the one that fits best, and whether that is what
 * was asked for. Two compositions of one publication are equal exactly when the pages made of them
 * are. Pure; made of a page's outline alone.
 *
 * @param reading the language and level that the page is served in
 * @param places every section of the page, in its order
 */
record Composition(Reading reading, List<Place> places) {
  /**
   * Where a section's text is taken from.
   *
   * @param id of the section
   * @param from the variant that it is taken from
   * @param fallback whether that is not the language and level that were asked for
   * @param overdue whether the day of its next review is over
   */
  record Place(String id, Reading from, boolean fallback, boolean overdue) {}

  /** What somebody who asks for this reading gets on this day. */
  static Composition of(Outline outline, Reading asked, LocalDate today) {
    String lang = outline.languages().contains(asked.lang()) ? asked.lang() : Reading.ENGLISH;
    Level level = outline.levels().contains(asked.level()) ? asked.level() : Level.STANDARD;
    Reading served = new Reading(lang, level);
    List<Place> places = new ArrayList<>();
    for (String id : outline.due().getOrDefault(Reading.FIRST, Map.of()).keySet()) {
      Reading from = nearest(outline, served, id);
      LocalDate due = outline.due().getOrDefault(from, Map.of()).get(id);
      places.add(new Place(id, from, !from.equals(asked), due != null && today.isAfter(due)));
    }
    return new Composition(served, places);
  }

  boolean overdue() {
    return places.stream().anyMatch(Place::overdue);
  }

  private static Reading nearest(Outline outline, Reading wanted, String id) {
    return wanted.fallbacks().stream()
        .filter(reading -> outline.due().getOrDefault(reading, Map.of()).containsKey(id))
        .findFirst()
        .orElse(Reading.FIRST);
  }
}
