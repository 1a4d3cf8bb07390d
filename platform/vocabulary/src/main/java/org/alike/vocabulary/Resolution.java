package org.alike.vocabulary;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

  /** What the words mean or may mean, by name; none when they are unknown. */
  List<Candidate> candidates();

  /** All candidates of two resolutions, by name: found when they agree. */
  static Resolution either(Resolution one, Resolution other) {
    Map<String, Candidate> byId = new LinkedHashMap<>();
    Stream.concat(one.candidates().stream(), other.candidates().stream())
        .forEach(candidate -> byId.putIfAbsent(candidate.concept().id(), candidate));
    return byId.size() == 1
        ? one
        : new Ambiguous(
            byId.values().stream()
                .sorted(Comparator.comparing(candidate -> candidate.concept().name()))
                .toList());
  }

  /** The words mean this concept. */
  record Found(Candidate candidate) implements Resolution {
    public Concept concept() {
      return candidate.concept();
    }

    public String matched() {
      return candidate.matched();
    }

    public Why why() {
      return candidate.why();
    }

    @Override
    public List<Candidate> candidates() {
      return List.of(candidate);
    }
  }

  /**
   * The words may mean any of these: ask back, don't guess. A single candidate is a far-fetched
   * misspelling ("did you mean ...?") that only the person can confirm.
   *
   * @param candidates at least one, by name
   */
  record Ambiguous(List<Candidate> candidates) implements Resolution {
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }
  }

  /** No concept is known by these words. Keep them as typed. */
  record Unknown() implements Resolution {
    @Override
    public List<Candidate> candidates() {
      return List.of();
    }
  }
}
