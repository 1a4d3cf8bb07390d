package org.alike.content;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** In which order the list of conditions stands. A place in it is a key and a slug. */
enum ListOrder {
  /** A to Z. */
  NAME,
  /** Reviewed last first. */
  REVIEWED,
  /** Due first. */
  NEXT_REVIEW;

  /** As addresses write it. */
  static Optional<ListOrder> find(String word) {
    return switch (word) {
      case "name" -> Optional.of(NAME);
      case "reviewed" -> Optional.of(REVIEWED);
      case "nextReview" -> Optional.of(NEXT_REVIEW);
      default -> Optional.empty();
    };
  }

  /** What a line is ordered by; never changes as long as its page does not. */
  List<String> place(Entry entry, String lang) {
    String key =
        switch (this) {
          case NAME -> Letters.folded(entry.title(lang).name());
          case REVIEWED -> entry.reviewed().map(LocalDate::toString).orElse("");
          case NEXT_REVIEW -> entry.nextReview().map(LocalDate::toString).orElse("9999-12-31");
        };
    return List.of(key, entry.slug());
  }

  /** Orders places. */
  Comparator<List<String>> comparator() {
    Comparator<List<String>> byKey = Comparator.comparing(place -> place.get(0));
    return (this == REVIEWED ? byKey.reversed() : byKey).thenComparing(place -> place.get(1));
  }
}
