package org.alike.vocabulary;

import java.util.List;

/**
 * What a person's words mean. The three outcomes are closed, so a caller decides about each:
 *
 * <pre>{@code
 * Resolution meaning = vocabulary.resolve(Kind.CONDITION, "lou gehrigs");
 * if (meaning instanceof Resolution.Found found) {
 *   use(found.concept());
 * } else if (meaning instanceof Resolution.Ambiguous ambiguous) {
 *   askBack(ambiguous.candidates());
 * } else {
 *   keepAsTyped();
 * }
 * }</pre>
 */
public sealed interface Resolution {

  /**
   * The words mean this concept.
   *
   * @param matched the name of the concept that the words were recognised as, as the data file
   *     writes it, or the preferred name when that is a misspelling; never the words themselves
   */
  record Found(Concept concept, String matched) implements Resolution {}

  /**
   * The words may mean any of these: ask back, don't guess. A single candidate is a far-fetched
   * misspelling ("did you mean ...?") that only the person can confirm.
   *
   * @param candidates at least one, by name
   */
  record Ambiguous(List<Concept> candidates) implements Resolution {
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /** No concept is known by these words. Keep them as typed. */
  record Unknown() implements Resolution {}
}
