package org.alike.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an import makes of one or more terms that are the same thing, while it is being made. Not
 * thread-safe.
 */
final class Merged {
  /** Short forms up to so many letters mean too many things. */
  private static final int TINY = 5;

  final String id;
  final String name;

  /** The id of our own concept that it is. */
  final @Nullable String ours;

  final Map<String, Named> names = new LinkedHashMap<>();
  final Map<String, String> codes = new LinkedHashMap<>();
  final Set<String> parents = new LinkedHashSet<>();
  boolean category;

  /**
   * A name with its marks.
   *
   * @param marks as {@link ImportedConcepts} reads them
   */
  record Named(String text, int marks) {}

  Merged(ImportedTerm term, @Nullable String ours) {
    this.ours = ours;
    id = kebab(term.id());
    name = term.name();
    add(term, ImportedConcepts.Standing.PREFERRED);
  }

  /** The id that a term's concept has when it is none of ours. */
  static String kebab(String termId) {
    return termId.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  /** Adds another term for the same thing. */
  void add(ImportedTerm term) {
    add(term, ImportedConcepts.Standing.EXACT);
  }

  private void add(ImportedTerm term, ImportedConcepts.Standing preferred) {
    addName(term.name(), preferred, false);
    for (ImportedTerm.Synonym synonym : term.synonyms()) {
      ImportedConcepts.Standing standing =
          switch (synonym.scope()) {
            case LAYPERSON -> ImportedConcepts.Standing.LAYPERSON;
            case EXACT -> ImportedConcepts.Standing.EXACT;
            case RELATED -> ImportedConcepts.Standing.RELATED;
          };
      addName(synonym.text(), standing, synonym.abbreviation());
    }
    Codes.of(term).forEach(codes::putIfAbsent);
  }

  /** Each name once, as what it is most believed to be. */
  private void addName(String text, ImportedConcepts.Standing standing, boolean abbreviation) {
    boolean shortForm = abbreviation || text.equals(text.toUpperCase(Locale.ROOT));
    int letters = Folded.of(text).letters();
    int marks =
        standing.mark
            | (shortForm ? ImportedConcepts.SHORT : 0)
            | (shortForm && letters <= TINY ? ImportedConcepts.TINY : 0);
    if ((letters > 0 && text.length() <= Vocabulary.LONGEST_TEXT) || names.isEmpty()) {
      names.merge(
          Folded.of(text).exact() + (shortForm ? "!" : ""),
          new Named(text, marks),
          (old, now) -> now.marks < old.marks ? now : old);
    }
  }

  List<Named> inOrder() {
    List<Named> ordered = new ArrayList<>(names.values());
    List<Named> others = new ArrayList<>(ordered.subList(1, ordered.size()));
    others.sort(Comparator.comparingInt(named -> named.marks() % ImportedConcepts.SHORT));
    ordered.subList(1, ordered.size()).clear();
    ordered.addAll(others);
    return ordered;
  }
}
