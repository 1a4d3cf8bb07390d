package org.alike.vocabulary.ontology;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one ontology by their ids, checked: each is there once, every parent exists, nothing
 * is above itself. Parents of other ontologies are left out. Immutable.
 */
final class Hierarchy {
  private final Map<String, OntologyFile.Term> terms = new LinkedHashMap<>();
  private final String file;
  private final String prefix;

  /**
   * @param prefix of the ids that are the ontology's own
   * @throws BrokenOntology if the terms are no hierarchy
   */
  Hierarchy(String file, String prefix, List<OntologyFile.Term> all) {
    this.file = file;
    this.prefix = prefix + ":";
    Set<String> obsolete = new HashSet<>();
    for (OntologyFile.Term term : all) {
      if (term.id().startsWith(this.prefix)) {
        if (term.obsolete()) {
          obsolete.add(term.id());
        } else {
          add(term);
        }
      }
    }
    terms.values().forEach(term -> checkParents(term, obsolete));
    checkCycles();
  }

  private void add(OntologyFile.Term term) {
    if (term.name().isBlank()) {
      throw broken(term, term.id() + " has no name");
    }
    OntologyFile.Term before = terms.put(term.id(), term);
    if (before != null) {
      throw broken(term, term.id() + " is there already, in " + before.where());
    }
  }

  /** The parents of a term within its ontology. */
  List<String> parents(OntologyFile.Term term) {
    return term.parents().stream().filter(parent -> parent.startsWith(prefix)).toList();
  }

  private void checkParents(OntologyFile.Term term, Set<String> obsolete) {
    for (String parent : parents(term)) {
      if (!terms.containsKey(parent)) {
        String why = obsolete.contains(parent) ? "which is obsolete" : "which is not there";
        throw broken(term, term.id() + " is a " + parent + ", " + why);
      }
    }
  }

  private enum State {
    OPEN,
    DONE
  }

  /** Depth first without recursion, since an ontology may be as deep as it likes. */
  private void checkCycles() {
    Map<String, State> states = new HashMap<>();
    for (String start : terms.keySet()) {
      Deque<String> path = new ArrayDeque<>();
      path.push(start);
      while (!path.isEmpty()) {
        String at = path.element();
        if (states.putIfAbsent(at, State.OPEN) == null) {
          parentsOf(at).forEach(parent -> open(parent, at, states, path));
        } else {
          states.put(at, State.DONE);
          path.pop();
        }
      }
    }
  }

  private void open(String parent, String child, Map<String, State> states, Deque<String> path) {
    State state = states.get(parent);
    if (state == State.OPEN) {
      throw broken(terms.get(child), "a circle: " + circle(parent, child));
    }
    if (state == null) {
      path.push(parent);
    }
  }

  private List<String> parentsOf(String id) {
    OntologyFile.Term term = terms.get(id);
    return term == null ? List.of() : parents(term);
  }

  /** The shortest way from a term up to itself, by way of one of its children. */
  private String circle(String parent, String child) {
    Map<String, String> cameFrom = new HashMap<>();
    Deque<String> next = new ArrayDeque<>(List.of(parent));
    while (!next.isEmpty() && !cameFrom.containsKey(child)) {
      String at = next.poll();
      for (String above : parentsOf(at)) {
        if (cameFrom.putIfAbsent(above, at) == null) {
          next.add(above);
        }
      }
    }
    List<String> circle = new ArrayList<>(List.of(child));
    for (String at = child; !at.equals(parent); at = cameFrom.getOrDefault(at, parent)) {
      circle.add(0, cameFrom.getOrDefault(at, parent));
    }
    circle.add(0, child);
    return String.join(" is a ", circle);
  }

  /** The term and everything below it. */
  Set<String> below(String top) {
    Map<String, List<String>> children = new HashMap<>();
    terms
        .values()
        .forEach(
            term ->
                parents(term)
                    .forEach(
                        parent ->
                            children
                                .computeIfAbsent(parent, any -> new ArrayList<>())
                                .add(term.id())));
    Set<String> below = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(top));
    while (!next.isEmpty()) {
      String at = next.poll();
      if (below.add(at)) {
        next.addAll(children.getOrDefault(at, List.of()));
      }
    }
    return below;
  }

  boolean has(String id) {
    return terms.containsKey(id);
  }

  List<OntologyFile.Term> terms() {
    return List.copyOf(terms.values());
  }

  private BrokenOntology broken(OntologyFile.@Nullable Term term, String what) {
    return new BrokenOntology(file + (term == null ? "" : ", " + term.where()) + ": " + what);
  }
}
