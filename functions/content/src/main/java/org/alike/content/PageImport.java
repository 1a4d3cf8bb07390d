package org.alike.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alike.kernel.Failure;

/**
 * Brings the published pages to the state of the editors' files: writes what is new or changed,
 * removes what is gone, leaves the rest alone. Repeating it, or running it twice at once, ends the
 * same. Thread-safe.
 */
final class PageImport {
  /** So many others may change a page between our look and our write. */
  private static final int ATTEMPTS = 8;

  private final PageStore store;

  PageImport(PageStore store) {
    this.store = store;
  }

  /** What was done. */
  record Result(int imported, int unchanged, int removed) {}

  /** Publishes exactly these pages. */
  Result run(List<Page> pages) {
    int imported = 0;
    List<Entry> gone = new ArrayList<>();
    for (PageKind kind : PageKind.values()) {
      Map<String, Entry> known =
          store.all(kind).stream().collect(Collectors.toMap(Entry::slug, Function.identity()));
      List<Page> wanted = pages.stream().filter(page -> page.kind() == kind).toList();
      for (Page page : wanted) {
        Head base = Optional.ofNullable(known.get(page.slug())).map(Entry::head).orElse(Head.NONE);
        imported += publish(page, base) ? 1 : 0;
      }
      Set<String> slugs = wanted.stream().map(Page::slug).collect(Collectors.toSet());
      known.values().stream()
          .filter(entry -> !slugs.contains(entry.slug()))
          .filter(entry -> store.remove(kind, entry).isEmpty())
          .forEach(gone::add);
    }
    return new Result(imported, pages.size() - imported, gone.size());
  }

  /** Whether the page had to be written. */
  private boolean publish(Page page, Head seen) {
    Head base = seen;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (base.digest().equals(page.digest())) {
        return false;
      }
      Optional<Head> instead = store.publish(page, base);
      if (instead.isEmpty()) {
        return true;
      }
      base = instead.get();
    }
    throw Failure.unavailable(1);
  }
}
