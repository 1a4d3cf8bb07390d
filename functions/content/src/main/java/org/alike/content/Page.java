package org.alike.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Digest;
import org.alike.kernel.Json;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Vocabulary;

/**
 * A page ready to be published.
 *
 * @param kind what it is about
 * @param slug its address
 * @param titles what lists call it, by language
 * @param covers ids of more general conditions that this page answers for, by an editor's decision
 * @param related slugs of related pages that were there when this one was made
 * @param reviewed the oldest review of its English standard text
 * @param nextReview the soonest review that is due
 * @param outline which texts it has
 * @param content what is kept, as JSON
 * @param manuscript what its history keeps
 */
record Page(
    PageKind kind,
    String slug,
    Map<String, Title> titles,
    Set<String> covers,
    List<String> related,
    LocalDate reviewed,
    Optional<LocalDate> nextReview,
    Outline outline,
    String content,
    Optional<Manuscript> manuscript) {
  /** Keeps its own copies. */
  Page {
    covers = Set.copyOf(covers);
    related = List.copyOf(related);
  }

  /**
   * The page of an edition.
   *
   * @param published slugs of the conditions that have a page
   */
  static Page of(Edition edition, Vocabulary vocabulary, Set<String> published) {
    Manuscript manuscript = edition.manuscript();
    List<Review> reviews = manuscript.first().sections().stream().map(Section::review).toList();
    return new Page(
        PageKind.CONDITION,
        manuscript.slug(),
        edition.titles(),
        Set.copyOf(manuscript.covers()),
        related(manuscript.slug(), vocabulary, published),
        reviews.stream().map(Review::reviewed).sorted().findFirst().orElseThrow(),
        reviews.stream().map(Review::nextReview).sorted().findFirst(),
        Outline.of(manuscript),
        Json.write(edition.toJson()),
        Optional.of(manuscript));
  }

  /** The conditions related to this one that have a page, closest first. */
  static List<String> related(String slug, Vocabulary vocabulary, Set<String> published) {
    return vocabulary.related(slug).stream()
        .map(Concept::id)
        .filter(other -> published.contains(other) && !other.equals(slug))
        .toList();
  }

  String name() {
    return titles.getOrDefault(Reading.ENGLISH, new Title(slug, Optional.empty())).name();
  }

  /** Tells whether anything has changed but its neighbours. */
  String digest() {
    return Digest.of(content, String.join("|", covers.stream().sorted().toList()));
  }
}
