package org.alike.vocabulary;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Conditions, symptoms and treatments, and what people mean by their words. Immutable to its users
 * and safe to use from many threads.
 *
 * <pre>{@code
 * Vocabulary.standard().resolve(Kind.CONDITION, "Lou Gehrig's"); // Found ALS
 * Vocabulary.standard().complete(Kind.CONDITION, "typ", 5);      // Diabetes Type 2 (T2D), ...
 * }</pre>
 *
 * <p>Costs: a kind's data file is read when the vocabulary is loaded; its names are indexed when
 * they are first resolved, and once more when first completed. Finding by id and resolving known
 * words are hash look-ups; misspelled and unknown words cost one pass over the names of the kind;
 * completing is a binary search, and a few hundred of them when it has to look for slips. Text
 * longer than {@value #LONGEST_TEXT} characters is never looked at.
 */
public final class Vocabulary {
  /** Nothing has a longer name, so longer text is unknown without a look. */
  static final int LONGEST_TEXT = 200;

  private final Map<Kind, Concepts> kinds = new EnumMap<>(Kind.class);

  private final List<Source> sources;

  Vocabulary(Map<Kind, List<Entry>> entries) {
    this(entries, Optional.empty());
  }

  Vocabulary(Map<Kind, List<Entry>> entries, Optional<Imported> imported) {
    sources = imported.map(Imported::sources).orElse(List.of());
    for (Kind kind : Kind.values()) {
      kinds.put(
          kind,
          new Concepts(
              entries.getOrDefault(kind, List.of()),
              imported.flatMap(all -> all.of(kind)).orElse(null)));
    }
  }

  /** The vocabulary that ships in this jar; loaded when first asked for, and kept. */
  public static Vocabulary standard() {
    return Standard.VOCABULARY;
  }

  /** Loads when first touched, and the class loader sees to it that it happens once. */
  private static final class Standard {
    static final Vocabulary VOCABULARY = load();

    private static Vocabulary load() {
      Map<Kind, List<Entry>> entries = entries();
      return new Vocabulary(entries, Imported.ofJar(() -> Entry.digest(entries)));
    }
  }

  /** The part of it that ships with the code, whatever was imported besides. */
  static Vocabulary curated() {
    return new Vocabulary(entries());
  }

  /** Where imported names come from, to be named beside them; none when nothing was imported. */
  public List<Source> sources() {
    return sources;
  }

  /** The entries of this jar's data files. */
  static Map<Kind, List<Entry>> entries() {
    Map<Kind, List<Entry>> entries = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      entries.put(kind, ConceptFile.ofJar(kind, kind.name().toLowerCase(Locale.ROOT) + "s.tsv"));
    }
    return entries;
  }

  private Concepts concepts(Kind kind) {
    Concepts concepts = kinds.get(kind);
    if (concepts == null) {
      throw new IllegalStateException("No concepts of kind " + kind);
    }
    return concepts;
  }

  /** The concept with this id; words and aliases are for {@link #resolve}. */
  public Optional<Concept> find(Kind kind, String id) {
    return concepts(kind).find(id);
  }

  /** Every concept of ours of the kind, categories too, in the order of the data file. */
  public List<Concept> all(Kind kind) {
    return concepts(kind).all();
  }

  /**
   * What these words mean. Folds case, accents, apostrophes, punctuation, plurals, word order,
   * British and American spelling, numerals and small misspellings; leaves out "I have", "400 mg",
   * "stage 4" and a remark in brackets when it finds nothing with them. So a {@link Concept#label}
   * always finds its concept, unless its name declares to mean others too. May find a category: the
   * words "autoimmune disease" mean one.
   */
  public Resolution resolve(Kind kind, String words) {
    if (words.length() > LONGEST_TEXT) {
      return new Resolution.Unknown();
    }
    Concepts concepts = concepts(kind);
    Resolution resolution = concepts.resolve(Folded.of(words));
    // From the last one on, since a name may have one of its own: "Twisting (dystonia) (not sure)".
    int remark = words.lastIndexOf('(');
    while (resolution instanceof Resolution.Unknown && remark > 0) {
      resolution = withoutRemark(concepts.resolve(Folded.of(words.substring(0, remark))));
      remark = words.lastIndexOf('(', remark - 1);
    }
    return resolution;
  }

  private static Resolution withoutRemark(Resolution resolution) {
    return resolution instanceof Resolution.Found found
        ? new Resolution.Found(new Candidate(found.concept(), found.matched(), Why.EXTRA_WORDS))
        : resolution;
  }

  /**
   * Words that mean this concept alone, to answer with when asked back: its label or its name if
   * that does, else the first of its other names that does. Resolving them finds the concept.
   */
  public String say(Concept concept) {
    return Stream.concat(Stream.of(concept.label(), concept.name()), concept.otherNames().stream())
        .filter(words -> meansAlone(concept, words))
        .findFirst()
        .orElse(concept.name());
  }

  private boolean meansAlone(Concept concept, String words) {
    return resolve(concept.kind(), words) instanceof Resolution.Found found
        && found.concept().id().equals(concept.id());
  }

  /** Suggestions when nothing is known about how popular concepts are. */
  public List<Match> complete(Kind kind, String typed, int limit) {
    return complete(kind, typed, limit, id -> 0);
  }

  /**
   * Suggestions for what is being typed: prefix of any word of any name, from four letters on even
   * with one slip. Best first: by how well the name fits (the whole name, its start, the start of a
   * later word, after a slip), then by popularity, then ours before imported ones, then by name. No
   * concept twice, no categories.
   *
   * @param limit the most matches to give; none if it isn't positive
   * @param popularity how popular a concept is, by its id; 0 when nothing is known
   */
  public List<Match> complete(
      Kind kind, String typed, int limit, ToIntFunction<String> popularity) {
    if (typed.length() > LONGEST_TEXT || limit < 1) {
      return List.of();
    }
    Hits hits = new Hits(limit, popularity);
    concepts(kind).complete(typed, hits);
    return hits.best();
  }

  /**
   * The words as they are compared with names: lower case, without accents and punctuation, in
   * American spelling. Two texts that agree here are the same words; empty for text without letters
   * and digits, and for text that nobody would call anything by.
   */
  public static String folded(String words) {
    return words.length() > LONGEST_TEXT ? "" : Folded.of(words).exact();
  }

  /** The id and the ids of everything above it, nearest first; only itself when it is unknown. */
  public Set<String> withAncestors(Kind kind, String id) {
    return concepts(kind).withAncestors(id);
  }

  /** Conditions whose communities are close, closest first; none when the id is unknown. */
  public List<Concept> related(String conditionId) {
    return concepts(Kind.CONDITION).related(conditionId);
  }
}
