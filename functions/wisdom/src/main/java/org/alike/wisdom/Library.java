package org.alike.wisdom;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What may be quoted now: loaded once, and again when anything has changed, which each question
 * asks by one small read. Thread-safe.
 */
final class Library {
  private final SourceStore store;
  private final Lexicon lexicon;
  private volatile Shelf shelf;

  private record Shelf(long changes, Selection selection) {}

  Library(SourceStore store, Lexicon lexicon) {
    this.store = store;
    this.lexicon = lexicon;
    this.shelf = new Shelf(0, selection(List.of()));
  }

  /** Chooses from everything that may be quoted now. */
  Selection current() {
    long changes = store.changes();
    Shelf known = shelf;
    if (known.changes != changes) {
      known = new Shelf(changes, selection(quotable(store.all())));
      shelf = known;
    }
    return known.selection;
  }

  private Selection selection(List<Passage> passages) {
    return new Selection(Corpus.of(passages, lexicon), lexicon);
  }

  /** A reply is read in its thread, so it may be quoted only while the thread may. */
  private static List<Passage> quotable(List<Source> sources) {
    Set<String> open = new HashSet<>();
    for (Source source : sources) {
      if (!source.passages().isEmpty()) {
        open.add(source.id());
      }
    }
    return sources.stream()
        .filter(source -> source.thread().map(open::contains).orElse(true))
        .flatMap(source -> source.passages().stream())
        .toList();
  }
}
