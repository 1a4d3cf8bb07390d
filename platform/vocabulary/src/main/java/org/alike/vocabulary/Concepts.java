package org.alike.vocabulary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The concepts of one kind, ours and imported ones, and what is built from ours when it is first
 * needed. Of the imported ones nothing is built: they come indexed.
 */
final class Concepts {
  private final Map<String, Concept> byId = new LinkedHashMap<>();
  private final List<Concept> all;
  private final List<Name> names = new ArrayList<>();
  private final Map<String, Set<String>> ancestors = new ConcurrentHashMap<>();

  /** Built when first asked for. Two threads may both build one; either is as good. */
  private volatile @Nullable NameIndex index;

  private volatile @Nullable Completions completions;

  private final @Nullable ImportedKind imported;

  Concepts(List<Entry> entries, @Nullable ImportedKind imported) {
    this.imported = imported;
    for (Entry entry : imported == null ? entries : imported.enriched(entries)) {
      Concept concept = entry.concept();
      if (byId.put(concept.id(), concept) != null) {
        throw new IllegalStateException("The vocabulary has two entries for " + concept.id());
      }
      names.addAll(entry.names());
    }
    all = List.copyOf(byId.values());
  }

  /** Ours. */
  List<Concept> all() {
    return all;
  }

  Optional<Concept> find(String id) {
    Concept ours = byId.get(id);
    return ours == null && imported != null
        ? imported.concepts().find(id)
        : Optional.ofNullable(ours);
  }

  /**
   * What words mean. Ours win: first their names as they are; then those with less around them,
   * unless the words as they are have an imported meaning of their own, which is asked back; then
   * imported names as they are; then misspellings of ours; then imported names with less around
   * them, and their misspellings.
   */
  Resolution resolve(Folded typed) {
    Resolution known = index().known(typed);
    boolean whole = known.candidates().stream().noneMatch(one -> one.why() == Why.EXTRA_WORDS);
    if (imported == null || (isKnown(known) && whole)) {
      return isKnown(known) ? known : index().misspelled(typed);
    }
    Resolution elsewhere = importedIndex(imported).known(typed);
    if (isKnown(known)) {
      return elsewhere instanceof Resolution.Found ? Resolution.either(known, elsewhere) : known;
    }
    if (elsewhere instanceof Resolution.Found) {
      return elsewhere;
    }
    Resolution near = index().misspelled(typed);
    if (isKnown(elsewhere)) {
      return near instanceof Resolution.Found ? Resolution.either(near, elsewhere) : elsewhere;
    }
    if (near instanceof Resolution.Found) {
      return near;
    }
    Resolution last = importedIndex(imported).nearly(typed);
    return isKnown(last) ? last : near;
  }

  private static boolean isKnown(Resolution resolution) {
    return !(resolution instanceof Resolution.Unknown);
  }

  private ImportedIndex importedIndex(ImportedKind from) {
    return new ImportedIndex(from, this::get, index()::knowsWord);
  }

  void complete(String typed, Hits hits) {
    completions().addTo(hits, typed);
    if (imported != null) {
      new ImportedCompletions(imported, this::get).addTo(hits, typed);
    }
  }

  private Concept get(String id) {
    return find(id).orElseThrow();
  }

  private NameIndex index() {
    NameIndex built = index;
    if (built == null) {
      built = new NameIndex(names);
      index = built;
    }
    return built;
  }

  private Completions completions() {
    Completions built = completions;
    if (built == null) {
      built = new Completions(names);
      completions = built;
    }
    return built;
  }

  /** Unknown ids are not remembered: they come from outside, so there is no end of them. */
  Set<String> withAncestors(String id) {
    Set<String> known = ancestors.get(id);
    if (known != null) {
      return known;
    }
    return find(id).isPresent() ? ancestors.computeIfAbsent(id, this::climb) : Set.of(id);
  }

  private Set<String> climb(String id) {
    Set<String> seen = new LinkedHashSet<>();
    Queue<String> next = new ArrayDeque<>();
    next.add(id);
    for (String at = next.poll(); at != null; at = next.poll()) {
      if (seen.add(at)) {
        find(at).ifPresent(concept -> next.addAll(concept.parents()));
      }
    }
    return Collections.unmodifiableSet(seen);
  }

  /** What the concept names as related, then what names it. */
  List<Concept> related(String id) {
    Concept concept = byId.get(id);
    if (concept == null) {
      return List.of();
    }
    Set<String> ids = new LinkedHashSet<>(concept.related());
    for (Concept other : byId.values()) {
      if (other.related().contains(id)) {
        ids.add(other.id());
      }
    }
    return ids.stream().flatMap(other -> find(other).stream()).toList();
  }
}
