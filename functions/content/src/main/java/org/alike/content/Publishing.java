package org.alike.content;

import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.vocabulary.Vocabulary;

/**
 * Saves drafts, publishes and withdraws pages. What an editor sends is written only over the
 * revision that this editor has seen. Thread-safe.
 */
final class Publishing {
  private final DraftStore store;
  private final DocumentReader documents;
  private final EditReader edits;
  private final Vocabulary vocabulary;
  private final Clock clock;

  Publishing(DraftStore store, DocumentReader documents, Vocabulary vocabulary, Clock clock) {
    this.store = store;
    this.documents = documents;
    this.edits = new EditReader(documents);
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  /** {@code PUT /conditions/{slug}}. */
  Answer put(Request request, Author editor) {
    String slug = Editors.slug(request);
    Precondition condition = Precondition.of(request);
    Edit edit = edits.read(request.object(), slug, clock.instant());
    Desk desk = store.desk(slug);
    Desk after =
        condition.holds(desk) ? write(desk, edit, editor) : repeated(condition, desk, edit, editor);
    return Editors.answer(200, vocabulary, after);
  }

  /** {@code DELETE /conditions/{slug}}: no page any more; its versions and a draft stay. */
  Answer withdraw(Request request, Author editor) {
    Precondition condition = Precondition.of(request);
    Desk desk = store.desk(Editors.slug(request));
    Live live = desk.live().orElseThrow(() -> Failure.notFound("This page is not published."));
    condition.check(desk);
    Provenance provenance =
        Provenance.of(Origin.EDITOR, editor.id(), editor.name(), Optional.empty());
    if (!store.withdraw(desk, live, provenance)) {
      throw Precondition.stale();
    }
    return Answer.noContent();
  }

  private Desk write(Desk desk, Edit edit, Author editor) {
    Draft draft = draft(desk, edit, editor);
    Optional<Desk> after =
        edit.state() == EditorialState.PUBLISHED
            ? store.publish(desk, documents.page(edit.edition()), provenance(draft))
            : Optional.of(desk.with(draft))
                .filter(saved -> store.save(desk, draft, Optional.empty()));
    return after.orElseThrow(Precondition::stale);
  }

  /**
   * The text as a draft. It remembers the version it was begun with, so that its editors learn of
   * later ones; who schedules it has learned.
   */
  private Draft draft(Desk desk, Edit edit, Author editor) {
    byte[] packed = Packed.pack(Json.write(edit.edition().manuscript().toJson()));
    Optional<Draft> before = desk.draft();
    long version = desk.head().version();
    return new Draft(
        desk.slug(),
        edit.state(),
        editor,
        clock.instant(),
        edit.publishAt(),
        edit.note(),
        edit.state() == EditorialState.SCHEDULED
            ? version
            : before.map(Draft::base).orElse(version),
        before.filter(same -> Arrays.equals(same.packed(), packed)).flatMap(Draft::restores),
        packed);
  }

  private static Provenance provenance(Draft draft) {
    return draft.provenance(draft.restores().isPresent() ? Origin.RESTORE : Origin.EDITOR);
  }

  /**
   * The desk, if this very edit has made it what it is: then the answer to the first try was lost
   * on its way (RFC 9110, section 13.1.1, lets us say so).
   */
  private Desk repeated(Precondition condition, Desk desk, Edit edit, Author editor) {
    boolean done =
        edit.state() == EditorialState.PUBLISHED
            ? desk.draft().isEmpty() && published(desk, edit, editor)
            : desk.draft().filter(draft -> saved(draft, edit, editor)).isPresent();
    if (!done || !condition.heldBefore(desk)) {
      throw Precondition.stale();
    }
    return desk;
  }

  private boolean published(Desk desk, Edit edit, Author editor) {
    return desk.live()
        .map(Live::provenance)
        .filter(by -> Author.of(by).equals(editor) && by.note().equals(edit.note()))
        .filter(by -> desk.head().digest().equals(documents.page(edit.edition()).digest()))
        .isPresent();
  }

  private static boolean saved(Draft draft, Edit edit, Author editor) {
    String text = Json.write(edit.edition().manuscript().toJson());
    return draft.author().equals(editor)
        && draft.state() == edit.state()
        && draft.note().equals(edit.note())
        && draft.publishAt().equals(edit.publishAt())
        && Arrays.equals(draft.packed(), Packed.pack(text));
  }
}
