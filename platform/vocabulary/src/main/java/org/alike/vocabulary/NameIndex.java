package org.alike.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what words mean, among the names of one kind. The first of these that finds anything
 * decides: the exact words; the words in any order, singular or plural; the letters without spaces;
 * the words without their endings; a small misspelling. Immutable.
 *
 * <p>Costs four hash look-ups when the words are known, and one pass over all names, most of them
 * dismissed by a comparison of two integers, when they aren't.
 */
final class NameIndex {
  private final Map<String, List<Name>> exact = new HashMap<>();
  private final Map<String, List<Name>> loose = new HashMap<>();
  private final Map<String, List<Name>> joined = new HashMap<>();
  private final Map<String, List<Name>> rooted = new HashMap<>();
  private final Set<String> words = new HashSet<>();

  /** The words of the list: "scabs" are no scabies, though they have the root. */
  private final Set<String> everyday;

  private final Misspellings misspellings;

  NameIndex(List<Name> names) {
    List<Misspellings.Target> targets = new ArrayList<>();
    everyday = Set.copyOf(RealWords.listed());
    everyday.forEach(word -> addWords(Folded.of(word)));
    for (Name name : names) {
      Folded folded = Folded.of(name.written());
      add(exact, folded.exact(), name);
      // One MND, two MNDs; but one PACS is no PAC.
      add(loose, name.shortForm() ? folded.exact() : folded.loose(), name);
      add(joined, folded.joined(), name);
      if (!name.shortForm()) {
        if (!name.concept().category()) { // "skinny" is no skin symptom
          add(rooted, folded.rooted(), name);
        }
        targets.add(new Misspellings.Target(name, Misspellings.Text.of(folded)));
        if (name.standing() != Name.Standing.HIDDEN) {
          addWords(folded);
        }
      }
    }
    misspellings = new Misspellings(targets, words::contains);
  }

  private void addWords(Folded folded) {
    words.addAll(folded.plain());
    words.addAll(folded.words());
    words.addAll(folded.stems());
  }

  private static void add(Map<String, List<Name>> index, String key, Name name) {
    if (!key.isEmpty()) {
      index.computeIfAbsent(key, any -> new ArrayList<>(1)).add(name);
    }
  }

  /** What words mean that are known, as they are or with less around them. */
  Resolution known(Folded typed) {
    for (Folded attempt : typed.relaxed()) {
      List<Found> names = exactly(attempt);
      if (!names.isEmpty()) {
        return resolution(names, attempt.equals(typed));
      }
    }
    return new Resolution.Unknown();
  }

  /** What words mean that may be misspelled. */
  Resolution misspelled(Folded typed) {
    for (Folded attempt : typed.relaxed()) {
      Misspellings.Nearest nearest = misspellings.nearest(attempt);
      if (!nearest.names().isEmpty()) {
        Why why = nearest.guess() ? Why.GUESS : Why.TYPO;
        return resolution(
            nearest.names().stream().map(name -> new Found(name, why)).toList(), true);
      }
    }
    return new Resolution.Unknown();
  }

  /** Whether a word is one, of a name or of every day. */
  boolean knowsWord(String word) {
    return words.contains(word);
  }

  /** A name, and how the words came to it. */
  private record Found(Name name, Why why) {
    Candidate candidate(boolean whole) {
      return new Candidate(name.concept(), name.shown(), whole ? why : Why.EXTRA_WORDS);
    }
  }

  private List<Found> exactly(Folded typed) {
    List<Name> names = exact.getOrDefault(typed.exact(), List.of());
    if (names.isEmpty()) {
      // Before plurals are folded: "with HLHS" is HLHS, not several HLHs.
      names = exact.getOrDefault(typed.withoutLeadingFillers(), List.of());
    }
    if (!names.isEmpty()) {
      return names.stream().map(name -> new Found(name, why(typed, name))).toList();
    }
    names = loose.getOrDefault(typed.loose(), List.of());
    if (!names.isEmpty()) {
      return names.stream().map(name -> new Found(name, Why.WORDING)).toList();
    }
    names = joined.getOrDefault(typed.joined(), List.of());
    if (!names.isEmpty()) {
      return names.stream().map(name -> new Found(name, Why.SPELLING)).toList();
    }
    if (everyday.contains(typed.exact())) {
      return List.of();
    }
    return rooted.getOrDefault(typed.rooted(), List.of()).stream()
        .map(name -> new Found(name, Why.WORDING))
        .toList();
  }

  /** Why a name with exactly these words fits. */
  private static Why why(Folded typed, Name name) {
    if (name.standing() == Name.Standing.HIDDEN) {
      return Why.WORDING;
    }
    if (!typed.plain().equals(Folded.of(name.written()).plain())) {
      return Why.SPELLING;
    }
    return name.shortForm() ? Why.SHORT_FORM : Why.EXACT;
  }

  private static Candidate surer(Candidate one, Candidate other) {
    return other.why().compareTo(one.why()) < 0 ? other : one;
  }

  /**
   * @param whole whether nothing was left out
   */
  private static Resolution resolution(List<Found> names, boolean whole) {
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    for (Found found : names) {
      candidates.merge(found.name.concept().id(), found.candidate(whole), NameIndex::surer);
    }
    List<Candidate> byName = new ArrayList<>(candidates.values());
    byName.sort(Comparator.comparing(candidate -> candidate.concept().name()));
    return byName.size() == 1 && byName.get(0).why() != Why.GUESS
        ? new Resolution.Found(byName.get(0))
        : new Resolution.Ambiguous(byName);
  }
}
