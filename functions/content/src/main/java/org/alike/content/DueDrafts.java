package org.alike.content;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the drafts whose time has come. A draft over whose page somebody else published or
 * which somebody removed in the meantime goes back to review and says why: nothing is ever
 * published over what its author did not see. Running twice at once, late, or together with an
 * editor does no harm. Thread-safe.
 */
final class DueDrafts {
  /** More wait for the next minute. */
  private static final int AT_ONCE = 50;

  private static final String CHANGED =
      "Not published: the page was changed or withdrawn after this was scheduled.";
  private static final String BROKEN =
      "Not published: the text does not keep to the rules as they are now.";

  private final DraftStore store;
  private final DocumentReader documents;
  private final Neighbours neighbours;
  private final Clock clock;

  DueDrafts(DraftStore store, DocumentReader documents, Neighbours neighbours, Clock clock) {
    this.store = store;
    this.documents = documents;
    this.neighbours = neighbours;
    this.clock = clock;
  }

  /** Does what is due; tells how many drafts it dealt with. One that fails holds up no other. */
  int publish() {
    int done = 0;
    @Nullable RuntimeException first = null;
    Instant now = clock.instant();
    for (Due due : store.scheduled(AT_ONCE)) {
      try {
        done += !due.at().isAfter(now) && dealtWith(due) ? 1 : 0;
      } catch (RuntimeException fault) {
        first = first == null ? fault : first;
      }
    }
    neighbours.settle();
    if (first != null) {
      throw first;
    }
    return done;
  }

  /** False when an editor was first: then it is not due any more. */
  private boolean dealtWith(Due due) {
    Desk desk = store.desk(due.slug());
    Optional<Draft> draft = desk.draft().filter(d -> d.publishAt().equals(Optional.of(due.at())));
    return draft.isPresent() && dealtWith(desk, draft.get());
  }

  private boolean dealtWith(Desk desk, Draft draft) {
    if (draft.base() != desk.head().version()) {
      return store.save(desk, returned(draft, CHANGED), Optional.empty());
    }
    Optional<Page> page = page(draft);
    return page.isPresent()
        ? store.publish(desk, page.get(), draft.provenance(Origin.SCHEDULE)).isPresent()
        : store.save(desk, returned(draft, BROKEN), Optional.empty());
  }

  /** The vocabulary may have changed since the text was checked. */
  private Optional<Page> page(Draft draft) {
    try {
      return Optional.of(documents.page(documents.read(draft.document(), draft.slug())));
    } catch (Failure failure) {
      if (failure.kind() != Failure.Kind.INVALID && failure.kind() != Failure.Kind.TOO_LARGE) {
        throw failure;
      }
      return Optional.empty();
    }
  }

  /** What the author noted stays. */
  private Draft returned(Draft draft, String why) {
    String note = draft.note().map(said -> why + " " + said).orElse(why);
    return new Draft(
        draft.slug(),
        EditorialState.REVIEW,
        draft.author(),
        clock.instant(),
        Optional.empty(),
        Optional.of(note),
        draft.base(),
        draft.restores(),
        draft.packed());
  }
}
