package org.alike.content;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.alike.vocabulary.Vocabulary;

/**
 * Sees to it that pages name those related conditions that have a page, whatever page came or went
 * since they were published. Repeating it does no harm. Thread-safe.
 */
final class Neighbours {
  private final PageStore store;
  private final Vocabulary vocabulary;

  Neighbours(PageStore store, Vocabulary vocabulary) {
    this.store = store;
    this.vocabulary = vocabulary;
  }

  /** Mends every page that names others than it should. */
  void settle() {
    List<Entry> entries = store.all(PageKind.CONDITION);
    Set<String> slugs = entries.stream().map(Entry::slug).collect(Collectors.toSet());
    for (Entry entry : entries) {
      List<String> related = Page.related(entry.slug(), vocabulary, slugs);
      if (!related.equals(entry.related())) {
        store.relate(PageKind.CONDITION, entry, related);
      }
    }
  }
}
