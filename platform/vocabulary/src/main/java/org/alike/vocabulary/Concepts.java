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

/** The concepts of one kind, and what is built from them when it is first needed. */
final class Concepts {
  private final Map<String, Concept> byId = new LinkedHashMap<>();
  private final List<Concept> all;
  private final List<Name> names = new ArrayList<>();
  private final Map<String, Set<String>> ancestors = new ConcurrentHashMap<>();

  /** Built when first asked for. Two threads may both build one; either is as good. */
  private volatile @Nullable NameIndex index;

  private volatile @Nullable Completions completions;

  Concepts(List<Entry> entries) {
    for (Entry entry : entries) {
      Concept concept = entry.concept();
      if (byId.put(concept.id(), concept) != null) {
        throw new IllegalStateException("The vocabulary has two entries for " + concept.id());
      }
      names.addAll(entry.names());
    }
    all = List.copyOf(byId.values());
  }

  List<Concept> all() {
    return all;
  }

  Optional<Concept> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  NameIndex index() {
    NameIndex built = index;
    if (built == null) {
      built = new NameIndex(names);
      index = built;
    }
    return built;
  }

  Completions completions() {
    Completions built = completions;
    if (built == null) {
      built = new Completions(names);
      completions = built;
    }
    return built;
  }

  /** Unknown ids are not remembered: they come from outside, so there is no end of them. */
  Set<String> withAncestors(String id) {
    return byId.containsKey(id) ? ancestors.computeIfAbsent(id, this::climb) : Set.of(id);
  }

  private Set<String> climb(String id) {
    Set<String> seen = new LinkedHashSet<>();
    Queue<String> next = new ArrayDeque<>();
    next.add(id);
    for (String at = next.poll(); at != null; at = next.poll()) {
      Concept concept = byId.get(at);
      if (seen.add(at) && concept != null) {
        next.addAll(concept.parents());
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
