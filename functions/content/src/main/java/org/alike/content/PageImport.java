package org.alike.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alike.content.ImportStep.Action;
import org.alike.kernel.Failure;

/**
 * Brings the published pages to the state of the files: writes what is new or changed, removes what
 * is gone, leaves the rest alone. What editors made is theirs: an unchanged file never comes back
 * over it, a changed one is told as a conflict, and a page that never was a file is not looked at.
 * Repeating it, or running it twice at once, ends the same. Thread-safe.
 */
final class PageImport {
  /** So many others may change a page between our look and our write. */
  private static final int ATTEMPTS = 8;

  private final PageStore store;
  private final Neighbours neighbours;

  PageImport(PageStore store, Neighbours neighbours) {
    this.store = store;
    this.neighbours = neighbours;
  }

  /** What {@link #run} would do now; writes nothing. */
  List<ImportStep> plan(List<FilePage> files, boolean force) {
    return steps(files, force, false);
  }

  /**
   * Publishes these pages.
   *
   * @param force whether a changed file wins over what editors made since
   */
  List<ImportStep> run(List<FilePage> files, boolean force) {
    List<ImportStep> steps = steps(files, force, true);
    neighbours.settle();
    return steps;
  }

  private List<ImportStep> steps(List<FilePage> files, boolean force, boolean write) {
    List<ImportStep> steps = new ArrayList<>();
    for (PageKind kind : PageKind.values()) {
      Map<String, Entry> known =
          store.all(kind).stream().collect(Collectors.toMap(Entry::slug, Function.identity()));
      List<FilePage> wanted = files.stream().filter(file -> file.page().kind() == kind).toList();
      for (FilePage file : wanted) {
        Head seen =
            Optional.ofNullable(known.get(file.page().slug()))
                .map(Entry::head)
                .orElseGet(() -> store.head(kind, file.page().slug()));
        steps.add(publish(file, seen, force, write));
      }
      Set<String> slugs =
          wanted.stream().map(file -> file.page().slug()).collect(Collectors.toSet());
      known.values().stream()
          .filter(entry -> !slugs.contains(entry.slug()) && !entry.head().files().isEmpty())
          .forEach(entry -> steps.add(remove(kind, entry, force, write)));
    }
    return steps;
  }

  private ImportStep publish(FilePage file, Head seen, boolean force, boolean write) {
    Head base = seen;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Action action = action(file, base, force);
      List<TextChange> changes = changes(file.page(), base, action);
      if (!write || action == Action.UNCHANGED || action == Action.CONFLICT) {
        return step(file.page(), action, changes);
      }
      Publication done = store.publish(file.page(), base, Provenance.imported(file.files()));
      if (done.done()) {
        return step(file.page(), action, changes);
      }
      base = done.head();
    }
    throw Failure.unavailable(1);
  }

  private static Action action(FilePage file, Head base, boolean force) {
    if (base.digest().equals(file.page().digest())) {
      return Action.UNCHANGED;
    }
    if (base.edited() && base.files().equals(file.files())) {
      return Action.UNCHANGED;
    }
    if (base.edited() && !force) {
      return Action.CONFLICT;
    }
    return base.removed() ? Action.CREATE : Action.UPDATE;
  }

  private ImportStep remove(PageKind kind, Entry entry, boolean force, boolean write) {
    Action action = entry.head().edited() && !force ? Action.CONFLICT : Action.REMOVE;
    boolean done =
        !write
            || action == Action.CONFLICT
            || store
                .remove(kind, entry.slug(), entry.name(), entry.head(), Provenance.imported(""))
                .done();
    return new ImportStep(kind, entry.slug(), done ? action : Action.CONFLICT, List.of());
  }

  /** Which texts differ, read only where somebody wants to know. */
  private List<TextChange> changes(Page page, Head base, Action action) {
    boolean told = action == Action.UPDATE || action == Action.CONFLICT;
    if (!told || base.removed() || page.manuscript().isEmpty()) {
      return List.of();
    }
    Manuscript after = page.manuscript().get();
    return store
        .find(PageKind.CONDITION, page.slug())
        .map(published -> TextChange.between(published.edition().manuscript(), after))
        .orElse(List.of());
  }

  private static ImportStep step(Page page, Action action, List<TextChange> changes) {
    return new ImportStep(page.kind(), page.slug(), action, changes);
  }
}
