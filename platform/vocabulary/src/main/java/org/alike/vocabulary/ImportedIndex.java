package org.alike.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds what words mean among the imported names of one kind; like {@link NameIndex}, but more
 * careful, since the names are many and nobody has read them all. Short forms, names for something
 * near and any but the smallest slip are only asked back. Immutable; thread-safe.
 *
 * <p>Costs a few hash look-ups when the words are known. Otherwise each typed word is compared with
 * those that begin alike, a few thousand at most.
 */
final class ImportedIndex {
  /** More candidates are too many to ask back with. */
  private static final int MOST_CANDIDATES = 10;

  /** So many ways to mend the words of a text are tried. */
  private static final int MOST_TRIES = 2000;

  private final ImportedConcepts concepts;
  private final WordTable words;
  private final NameTable names;
  private final NearWords nearWords;
  private final Function<String, Concept> byId;
  private final Misspellings misspellings;

  /**
   * @param byId finds a concept, ours or imported
   * @param known whether our own names know a word, so that it is no misspelling
   */
  ImportedIndex(ImportedKind kind, Function<String, Concept> byId, Predicate<String> known) {
    concepts = kind.concepts();
    words = kind.words();
    names = kind.names();
    nearWords = new NearWords(words);
    this.byId = byId;
    misspellings = new Misspellings(List.of(), word -> known.test(word) || words.contains(word));
  }

  /** A name that fits, and how. */
  private record Fit(int name, Why why) {}

  /** What these words mean as they are. */
  Resolution known(Folded typed) {
    return resolution(exactly(typed), Why.EXACT);
  }

  /** What they mean without words around them, or as a misspelling. */
  Resolution nearly(Folded typed) {
    for (Folded attempt : typed.relaxed()) {
      List<Fit> fits = exactly(attempt);
      if (!fits.isEmpty()) {
        return resolution(fits, Why.EXTRA_WORDS);
      }
    }
    return resolution(misspelled(typed), Why.EXACT);
  }

  private List<Fit> exactly(Folded typed) {
    List<Fit> exact = new ArrayList<>();
    List<Fit> loose = new ArrayList<>();
    String words = typed.exact();
    String bare = typed.withoutLeadingFillers();
    for (int i : names.withStems(stems(typed))) {
      Folded folded = names.folded(i);
      if (folded.exact().equals(words)) {
        exact.add(new Fit(names.name(i), whyExact(typed, names.name(i))));
      } else if (folded.exact().equals(bare)
          || (folded.loose().equals(typed.loose()) && !concepts.shortForm(names.name(i)))) {
        loose.add(new Fit(names.name(i), Why.WORDING));
      }
    }
    if (exact.isEmpty() && loose.isEmpty()) {
      String joined = typed.joined();
      for (int i : names.withLetters(joined.hashCode())) {
        if (!joined.isEmpty() && names.folded(i).joined().equals(joined)) {
          loose.add(new Fit(names.name(i), Why.SPELLING));
        }
      }
    }
    return exact.isEmpty() ? loose : exact;
  }

  private static int stems(Folded typed) {
    int stems = 0;
    for (String word : typed.words()) {
      stems += WordTable.stem(word);
    }
    return stems;
  }

  private Why whyExact(Folded typed, int name) {
    if (!typed.plain().equals(Folded.of(concepts.name(name)).plain())) {
      return Why.SPELLING;
    }
    return concepts.shortForm(name) ? Why.SHORT_FORM : Why.EXACT;
  }

  private List<Fit> misspelled(Folded typed) {
    if (typed.letters() < Misspellings.TWO_FROM) {
      return List.of();
    }
    Misspellings.Text text = Misspellings.Text.of(typed);
    List<Fit> nearest = new ArrayList<>();
    int best = Misspellings.GUESS;
    for (int i : mended(typed)) {
      int distance = misspellings.distance(text, Misspellings.Text.of(names.folded(i)));
      if (distance > best || concepts.shortForm(names.name(i))) {
        continue;
      }
      if (distance < best) {
        nearest.clear();
        best = distance;
      }
      nearest.add(new Fit(names.name(i), distance == 1 ? Why.TYPO : Why.GUESS));
    }
    return nearest;
  }

  /** The names whose stems the typed words are near to. */
  private Set<Integer> mended(Folded typed) {
    Map<Integer, Integer> sums = Map.of(0, 0);
    for (int i = 0; i < typed.words().size(); i++) {
      if (!Words.filler(typed.words().get(i))) {
        sums = added(sums, nearStems(typed.plain().get(i), typed.words().get(i)));
      }
    }
    Set<Integer> found = new HashSet<>();
    for (int sum : sums.keySet()) {
      for (int i : names.withStems(sum)) {
        found.add(i);
      }
    }
    return found;
  }

  /** Sums of the hashes of stems, and the slips that lead to each: one word more. */
  private static Map<Integer, Integer> added(
      Map<Integer, Integer> sums, Map<Integer, Integer> stems) {
    Map<Integer, Integer> added = new HashMap<>();
    sums.forEach(
        (sum, slips) ->
            stems.forEach(
                (stem, more) -> {
                  if (slips + more <= Misspellings.GUESS && added.size() < MOST_TRIES) {
                    added.merge(sum + stem, slips + more, Math::min);
                  }
                }));
    return added;
  }

  /** The hashes of the stems of the words that a word is near to, and how many slips away. */
  private Map<Integer, Integer> nearStems(String plain, String word) {
    Map<Integer, Integer> stems = new HashMap<>();
    for (String form : new LinkedHashSet<>(List.of(plain, word, Words.stem(word)))) {
      nearWords
          .near(form)
          .forEach((near, slips) -> stems.merge(words.stemHash(near), slips, Math::min));
    }
    return stems;
  }

  private Resolution resolution(List<Fit> fits, Why least) {
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    Map<String, Boolean> sure = new HashMap<>();
    for (Fit fit : best(fits)) {
      Concept concept = byId.apply(concepts.id(concepts.concept(fit.name)));
      Why why = fit.why.compareTo(least) < 0 ? least : fit.why;
      candidates.putIfAbsent(concept.id(), new Candidate(concept, concepts.name(fit.name), why));
      sure.merge(concept.id(), sure(fit), Boolean::logicalOr);
    }
    List<Candidate> byName = new ArrayList<>(candidates.values());
    byName.sort(Comparator.comparing(candidate -> candidate.concept().name()));
    if (byName.isEmpty() || byName.size() > MOST_CANDIDATES) {
      return new Resolution.Unknown();
    }
    return byName.size() == 1 && sure.containsValue(true)
        ? new Resolution.Found(byName.get(0))
        : new Resolution.Ambiguous(byName);
  }

  /**
   * The ontology's own names and laypersons' words win over other synonyms, those over the rest.
   */
  private List<Fit> best(List<Fit> fits) {
    int best = fits.stream().mapToInt(fit -> rank(fit.name)).min().orElse(0);
    return fits.stream().filter(fit -> rank(fit.name) == best).toList();
  }

  private int rank(int name) {
    return switch (concepts.standing(name)) {
      case PREFERRED, LAYPERSON -> 0;
      case EXACT -> 1;
      case RELATED -> 2;
    };
  }

  private boolean sure(Fit fit) {
    return fit.why != Why.GUESS
        && !concepts.tiny(fit.name)
        && concepts.standing(fit.name) != ImportedConcepts.Standing.RELATED;
  }
}
