package org.alike.vocabulary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes what {@link ImportedConcepts} reads. Not thread-safe. */
final class ImportedConceptsWriter {
  private final List<Merged> concepts;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Integer> ours = new LinkedHashMap<>();

  ImportedConceptsWriter(List<Merged> concepts) {
    this.concepts = concepts;
    for (Merged concept : concepts) {
      if (concept.ours != null) {
        our(concept.ours);
      } else if (places.put(concept.id, places.size()) != null) {
        throw new IllegalStateException("Two imported concepts have the id " + concept.id);
      }
    }
    places.clear();
    for (int i = 0; i < concepts.size(); i++) {
      places.put(concepts.get(i).id, i);
    }
    concepts.forEach(
        concept ->
            concept.parents.stream().filter(id -> !places.containsKey(id)).forEach(this::our));
  }

  private int our(String id) {
    return ours.computeIfAbsent(id, any -> ours.size());
  }

  void write(ByteWriter out) {
    List<String> ids = concepts.stream().map(concept -> concept.id).toList();
    out.texts(ids);
    IntStream.range(0, ids.size())
        .boxed()
        .sorted(Comparator.comparing(ids::get, Utf8.ORDER))
        .forEach(out::number);
    out.texts(ours.keySet());
    concepts.forEach(concept -> out.number(concept.ours == null ? 0 : our(concept.ours) + 1));
    concepts.forEach(concept -> out.raw(new byte[] {(byte) (concept.category ? 1 : 0)}));
    writeParents(out);
    out.texts(concepts.stream().map(ImportedConceptsWriter::codes).toList());
    writeNames(out);
  }

  private void writeParents(ByteWriter out) {
    List<Integer> parents = new ArrayList<>();
    for (Merged concept : concepts) {
      int before = parents.size();
      if (concept.ours == null) {
        concept.parents.forEach(id -> parents.add(reference(id)));
      }
      out.number(parents.size() - before);
    }
    parents.forEach(out::number);
  }

  private int reference(String id) {
    Integer place = places.get(id);
    return place == null ? our(id) * 2 + 1 : place * 2;
  }

  private static String codes(Merged concept) {
    List<String> codes = new ArrayList<>();
    concept.codes.forEach((system, code) -> codes.add(system + "=" + code));
    return String.join("|", codes);
  }

  private void writeNames(ByteWriter out) {
    List<Merged.Named> names = new ArrayList<>();
    for (Merged concept : concepts) {
      List<Merged.Named> own = concept.inOrder();
      out.number(own.size());
      names.addAll(own);
    }
    out.texts(names.stream().map(Merged.Named::text).toList());
    byte[] marks = new byte[names.size()];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = (byte) names.get(i).marks();
    }
    out.raw(marks);
  }
}
