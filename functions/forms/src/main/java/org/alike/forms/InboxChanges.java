package org.alike.forms;

import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Fields;
import org.alike.kernel.Request;

/**
 * One submission, as its owner looks at it, marks it, sets it aside and deletes it. Thread-safe.
 */
final class InboxChanges {
  private static final int ATTEMPTS = 3;
  private final OwnedForms forms;
  private final InboxStore store;

  InboxChanges(OwnedForms forms, InboxStore store) {
    this.forms = forms;
    this.store = store;
  }

  /** {@code GET /forms/{form}/submissions/{id}}. */
  Answer show(Request request) {
    forms.owner(request);
    return shown(found(request).orElseThrow(InboxChanges::unknown));
  }

  /**
   * {@code PATCH /forms/{form}/submissions/{id}}: its status, its mark. Who subscribes learns of a
   * release as of any other submission, by the change itself.
   */
  Answer change(Request request) {
    forms.owner(request);
    String match = request.header("if-match").orElseThrow(InboxChanges::unconditional);
    InboxItem item = found(request).orElseThrow(InboxChanges::unknown);
    InboxItem changed = changed(item, request.fields());
    requireSame(item, match);
    if (changed.equals(item)) {
      return shown(item);
    }
    if (!store.change(item, changed)) {
      throw changedMeanwhile();
    }
    return shown(changed);
  }

  private static InboxItem changed(InboxItem item, Fields fields) {
    Mark otherwise = fields.clears("mark") ? Mark.NONE : item.mark();
    Submission.Status status = fields.oneOf("status", item.submission().status());
    Mark mark = fields.oneOf("mark", otherwise);
    fields.end();
    boolean same = status == item.submission().status() && mark == item.mark();
    return same ? item : item.changed(status, mark);
  }

  /** {@code DELETE /forms/{form}/submissions/{id}}: for good, and however often. */
  Answer delete(Request request) {
    forms.owner(request);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<InboxItem> item = found(request);
      if (item.isEmpty()) {
        return deletedBefore(request);
      }
      request.header("if-match").ifPresent(match -> requireSame(item.get(), match));
      if (store.delete(item.get())) {
        return Answer.noContent();
      }
    }
    throw Failure.unavailable(1);
  }

  private Answer deletedBefore(Request request) {
    String id = request.path("id");
    if (!SubmissionKeys.isId(id) || !store.isDeleted(request.path("form"), id)) {
      throw unknown();
    }
    return Answer.noContent();
  }

  private Optional<InboxItem> found(Request request) {
    return Optional.of(request.path("id"))
        .filter(SubmissionKeys::isId)
        .flatMap(id -> store.find(request.path("form"), id));
  }

  private static Answer shown(InboxItem item) {
    return Answer.ok(item.json()).with("etag", item.tag());
  }

  private static void requireSame(InboxItem item, String match) {
    if (!item.tag().equals(match.strip())) {
      throw changedMeanwhile();
    }
  }

  private static Failure unconditional() {
    return Failure.of(
        Failure.Kind.PRECONDITION_REQUIRED, "Please say by If-Match which version you changed.");
  }

  private static Failure unknown() {
    return Failure.notFound("There is no such submission.");
  }

  private static Failure changedMeanwhile() {
    return Failure.of(
        Failure.Kind.PRECONDITION_FAILED,
        "The submission is another one by now. Nothing was changed.");
  }
}
