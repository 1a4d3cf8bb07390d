package org.alike.vocabulary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that was imported of one kind. Immutable; thread-safe. */
final class ImportedKind {
  private final ImportedConcepts concepts;
  private final WordTable words;
  private final NameTable names;

  ImportedKind(Kind kind, ByteReader in) {
    concepts = new ImportedConcepts(kind, in);
    words = WordTable.read(in);
    names = NameTable.read(in, words);
  }

  /** Our entries with what was imported for them. */
  List<Entry> enriched(List<Entry> entries) {
    Map<String, Integer> merged = new HashMap<>();
    for (int concept : concepts.merged()) {
      merged.put(concepts.id(concept), concept);
    }
    return entries.stream()
        .map(
            entry -> {
              Integer concept = merged.get(entry.concept().id());
              return concept == null
                  ? entry
                  : entry.with(concepts.meaningNames(concept), concepts.codes(concept));
            })
        .toList();
  }

  ImportedConcepts concepts() {
    return concepts;
  }

  WordTable words() {
    return words;
  }

  NameTable names() {
    return names;
  }
}
