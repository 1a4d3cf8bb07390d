package org.alike.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Cursors;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.vocabulary.Vocabulary;

/** The drafts that lie open, and one page on an editor's desk. Thread-safe. */
final class Drafts {
  private final DraftStore store;
  private final Vocabulary vocabulary;
  private final Cursors cursors;

  Drafts(DraftStore store, Vocabulary vocabulary, Cursors cursors) {
    this.store = store;
    this.vocabulary = vocabulary;
    this.cursors = cursors;
  }

  /** {@code GET /drafts}: all of them, by slug. */
  Answer list(Request request, Author editor) {
    String binding = "drafts " + editor.id();
    Optional<List<String>> place = request.query("cursor").map(c -> cursors.open(binding, c));
    DraftStore.Slice slice = store.drafts(request.limit(), place.orElse(null));
    slice.drafts().forEach(this::label);
    List<String> next = slice.next();
    return Answer.ok(
        Json.of(
            "items", slice.drafts(), "next", next == null ? null : cursors.seal(binding, next)));
  }

  /** {@code GET /conditions/{slug}/draft}: the draft, or else what is published. */
  Answer show(Request request, Author editor) {
    Desk desk = store.desk(Editors.slug(request));
    if (desk.empty()) {
      throw Editors.noPage();
    }
    return Editors.answer(200, vocabulary, desk);
  }

  /** {@code DELETE /conditions/{slug}/draft}. */
  Answer drop(Request request, Author editor) {
    Precondition condition = Precondition.of(request);
    Desk desk = store.desk(Editors.slug(request));
    if (desk.draft().isEmpty()) {
      throw Failure.notFound("There is no draft of this page.");
    }
    condition.check(desk);
    if (!store.drop(desk)) {
      throw Precondition.stale();
    }
    return Answer.noContent();
  }

  private void label(Map<String, Object> draft) {
    draft.put("label", Editors.label(vocabulary, String.valueOf(draft.get("slug"))));
  }
}
