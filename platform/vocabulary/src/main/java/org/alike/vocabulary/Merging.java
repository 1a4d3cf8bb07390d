package org.alike.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which imported terms are the same thing: one of our own concepts, or one term of two
 * ontologies. Codes count where they are one to one, names where they are the same but for case,
 * accents and spelling; of our names those that mean one concept alone. The hierarchy of a concept
 * of ours stays ours; that of the others is the one of the ontology that was given first, so it has
 * no cycle when theirs have none. Not thread-safe.
 */
final class Merging {
  private final Map<String, String> oursByCode = new HashMap<>();
  private final Map<String, String> oursByName = new HashMap<>();
  private final Map<String, String> oursByPreferredName = new HashMap<>();
  private final Map<String, Merged> byTerm = new LinkedHashMap<>();
  private final Map<String, Merged> byOurs = new HashMap<>();
  private final Map<String, Merged> byName = new HashMap<>();
  private final Map<String, Merged> byCode = new HashMap<>();

  Merging(List<Entry> ours) {
    for (Entry entry : ours) {
      Concept concept = entry.concept();
      concept
          .codes()
          .forEach((system, code) -> once(oursByCode, Codes.normal(system, code), concept));
      for (Name name : entry.names()) {
        if (!name.shortForm() && !entry.shared().contains(name.written())) {
          String key = Folded.of(name.written()).exact();
          once(oursByName, key, concept);
          if (name.standing() == Name.Standing.PREFERRED) {
            once(oursByPreferredName, key, concept);
          }
        }
      }
    }
  }

  /** What means two things means none. */
  private static void once(Map<String, String> ids, String key, Concept concept) {
    ids.merge(key, concept.id(), (old, now) -> old.equals(now) ? old : "");
  }

  /** Adds the terms of one ontology. */
  void add(List<ImportedTerm> terms) {
    Map<String, Integer> uses = new HashMap<>();
    terms.forEach(term -> codes(term).forEach(code -> uses.merge(code, 1, Integer::sum)));
    Map<ImportedTerm, String> ours = ours(terms, uses);
    Set<Merged> here = new HashSet<>();
    for (ImportedTerm term : terms) {
      String id = ours.get(term);
      Merged same = id == null ? elsewhere(term, uses, here) : byOurs.get(id);
      if (same == null) {
        same = new Merged(term, id);
        if (id != null) {
          byOurs.put(id, same);
        }
        here.add(same);
        same.parents.addAll(term.parents());
      } else {
        same.add(term);
      }
      remember(term, same);
    }
  }

  private void remember(ImportedTerm term, Merged same) {
    byTerm.put(term.id(), same);
    byName.putIfAbsent(Folded.of(term.name()).exact(), same);
    byCode.putIfAbsent(Codes.normal(term.id()), same);
    codes(term).forEach(code -> byCode.putIfAbsent(code, same));
  }

  /** Codes of other ontologies; the rest are too coarse to tell things apart. */
  private static List<String> codes(ImportedTerm term) {
    return term.codes().stream()
        .map(Codes::normal)
        .filter(
            code ->
                code.startsWith("DOID:") || code.startsWith("MONDO:") || code.startsWith("HPO:"))
        .distinct()
        .toList();
  }

  /** The same thing in an ontology that was added before. */
  private @Nullable Merged elsewhere(
      ImportedTerm term, Map<String, Integer> uses, Set<Merged> here) {
    Merged same = byCode.get(Codes.normal(term.id()));
    for (String code : codes(term)) {
      if (same == null && uses.getOrDefault(code, 0) == 1) {
        same = byCode.get(code);
      }
    }
    if (same == null) {
      same = byName.get(Folded.of(term.name()).exact());
    }
    return same == null || here.contains(same) ? null : same;
  }

  private Map<ImportedTerm, String> ours(List<ImportedTerm> terms, Map<String, Integer> uses) {
    Map<ImportedTerm, String> ours = new HashMap<>();
    for (ImportedTerm term : terms) {
      byCodeOrName(term, uses).ifPresent(id -> ours.put(term, id));
    }
    Set<String> taken = new HashSet<>(ours.values());
    addOneToOne(terms, ours, taken, this::preferredNames);
    addOneToOne(terms, ours, taken, this::icdCodes);
    return ours;
  }

  private Optional<String> byCodeOrName(ImportedTerm term, Map<String, Integer> uses) {
    String own = oursByCode.getOrDefault(Codes.normal(term.id()), "");
    for (String code : codes(term)) {
      if (own.isEmpty() && uses.getOrDefault(code, 0) == 1) {
        own = oursByCode.getOrDefault(code, "");
      }
    }
    if (own.isEmpty()) {
      own = oursByName.getOrDefault(Folded.of(term.name()).exact(), "");
    }
    return Optional.of(own).filter(id -> !id.isEmpty());
  }

  /** Our concepts whose preferred name is an exact synonym of the term. */
  private Collection<String> preferredNames(ImportedTerm term) {
    return term.synonyms().stream()
        .filter(synonym -> synonym.scope() != ImportedTerm.Scope.RELATED)
        .filter(synonym -> !synonym.abbreviation())
        .map(synonym -> oursByPreferredName.getOrDefault(Folded.of(synonym.text()).exact(), ""))
        .toList();
  }

  private Collection<String> icdCodes(ImportedTerm term) {
    return term.codes().stream()
        .map(Codes::normal)
        .filter(code -> code.startsWith("ICD-10:"))
        .map(code -> oursByCode.getOrDefault(code, ""))
        .toList();
  }

  /** What one term alone claims, and nobody has yet. */
  private static void addOneToOne(
      List<ImportedTerm> terms,
      Map<ImportedTerm, String> ours,
      Set<String> taken,
      Function<ImportedTerm, Collection<String>> claims) {
    Map<String, List<ImportedTerm>> claimed = new LinkedHashMap<>();
    for (ImportedTerm term : terms) {
      Set<String> ids = new HashSet<>(claims.apply(term));
      ids.remove("");
      if (!ours.containsKey(term) && ids.size() == 1) {
        String id = ids.iterator().next();
        claimed.computeIfAbsent(id, any -> new ArrayList<>()).add(term);
      }
    }
    claimed.forEach(
        (id, by) -> {
          if (by.size() == 1 && taken.add(id)) {
            ours.put(by.get(0), id);
          }
        });
  }

  /** Each thing once, with ids of ours or of imported concepts as parents. */
  List<Merged> merged() {
    Set<Merged> all = new LinkedHashSet<>(byTerm.values());
    for (Merged one : all) {
      Set<String> parents = new LinkedHashSet<>();
      for (String parent : one.parents) {
        Merged above = byTerm.get(parent);
        if (above != null && above != one) {
          parents.add(above.ours == null ? above.id : above.ours);
        }
      }
      one.parents.clear();
      one.parents.addAll(parents);
    }
    Categories.mark(all);
    List<Merged> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing((Merged one) -> one.name).thenComparing(one -> one.id));
    return sorted;
  }
}
