package org.alike.content;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A line of the list of pages.
 *
 * @param slug the page's address
 * @param titles what the list calls it, by language; English is always there
 * @param covers ids of more general conditions that the page answers for
 * @param related slugs of related pages that it names
 * @param reviewed the oldest review of its English standard text
 * @param nextReview the soonest review that is due
 * @param published when this version was
 * @param head which state of the page it was written for
 */
record Entry(
    String slug,
    Map<String, Title> titles,
    Set<String> covers,
    List<String> related,
    Optional<LocalDate> reviewed,
    Optional<LocalDate> nextReview,
    Instant published,
    Head head) {

  /** What it is called in this language, or else in English. */
  Title title(String lang) {
    Title title = titles.get(lang);
    return title != null ? title : titles.getOrDefault(Reading.ENGLISH, untitled());
  }

  String name() {
    return title(Reading.ENGLISH).name();
  }

  Optional<String> shortName() {
    return title(Reading.ENGLISH).shortName();
  }

  String label() {
    return title(Reading.ENGLISH).label();
  }

  private Title untitled() {
    return new Title(slug, Optional.empty());
  }
}
