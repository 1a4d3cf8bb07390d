package org.alike.alikes;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Vocabulary;

/**
 * What implies what in somebody's own files: the terms of OBO files (Mondo, the Human Phenotype
 * Ontology, the Disease Ontology) with their {@code is_a}; what is in none of them is looked up in
 * our vocabulary. Not thread-safe.
 */
final class Ontology implements Closure {
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, List<String>> parents = new HashMap<>();
  private final Map<Feature, Set<Feature>> closures = new HashMap<>();
  private final Vocabulary vocabulary = Vocabulary.standard();
  private final Hierarchy hierarchy = new Hierarchy(vocabulary);

  /** The terms of these files. */
  static Ontology read(List<Path> files) throws IOException {
    Ontology ontology = new Ontology();
    for (Path file : files) {
      try (BufferedReader reader = Files.newBufferedReader(file)) {
        ontology.read(reader);
      }
    }
    return ontology;
  }

  @Override
  public Set<Feature> of(Feature feature) {
    return closures.computeIfAbsent(feature, this::climb);
  }

  /** How a feature is called; its id when nobody knows. */
  String name(Feature feature) {
    String name = names.get(feature.id());
    return name != null
        ? name
        : vocabulary.find(feature.kind(), feature.id()).map(Concept::name).orElse(feature.id());
  }

  private void read(BufferedReader reader) throws IOException {
    boolean inTerm = false;
    String id = "";
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("[")) {
        inTerm = line.startsWith("[Term]");
      } else if (inTerm && line.startsWith("id: ")) {
        id = value(line);
        parents.putIfAbsent(id, new ArrayList<>());
      } else if (inTerm && line.startsWith("name: ")) {
        names.put(id, value(line));
      } else if (inTerm && line.startsWith("is_a: ")) {
        parents.computeIfAbsent(id, key -> new ArrayList<>()).add(value(line).split("[ {]", 2)[0]);
      }
    }
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }

  private Set<Feature> climb(Feature feature) {
    if (!parents.containsKey(feature.id())) {
      return hierarchy.closure(feature);
    }
    Set<Feature> all = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(feature.id()));
    for (String id = next.poll(); id != null; id = next.poll()) {
      if (all.add(new Feature(feature.kind(), id))) {
        next.addAll(parents.getOrDefault(id, List.of()));
      }
    }
    return all;
  }
}
