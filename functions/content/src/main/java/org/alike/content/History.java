package org.alike.content;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Cursors;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.vocabulary.Vocabulary;

/** Every publication of a page, what changed between two of them, and the way back. Thread-safe. */
final class History {
  private static final int MOST_DIGITS = 10;
  private final VersionStore versions;
  private final DraftStore drafts;
  private final Vocabulary vocabulary;
  private final Cursors cursors;
  private final Clock clock;

  History(
      VersionStore versions,
      DraftStore drafts,
      Vocabulary vocabulary,
      Cursors cursors,
      Clock clock) {
    this.versions = versions;
    this.drafts = drafts;
    this.vocabulary = vocabulary;
    this.cursors = cursors;
    this.clock = clock;
  }

  /** {@code GET /conditions/{slug}/versions}: the newest first. */
  Answer list(Request request, Author editor) {
    String slug = Editors.slug(request);
    String binding = "versions " + slug + " " + editor.id();
    Optional<List<String>> place = request.query("cursor").map(c -> cursors.open(binding, c));
    VersionStore.Slice slice = versions.versions(slug, request.limit(), place.orElse(null));
    List<String> next = slice.next();
    return Answer.ok(
        Json.of(
            "items",
            slice.versions().stream().map(Version::toJson).toList(),
            "next",
            next == null ? null : cursors.seal(binding, next)));
  }

  /** {@code GET /conditions/{slug}/versions/{version}}: with its text. */
  Answer show(Request request, Author editor) {
    Version version = version(request);
    Map<String, Object> json = version.toJson();
    json.put("document", version.read().toJson());
    return Answer.ok(json);
  }

  /**
   * {@code GET /conditions/{slug}/versions/{version}/changes}: what differs from the version before
   * it, or from that of {@code since}; 0 stands for an empty page.
   */
  Answer changes(Request request, Author editor) {
    Version to = version(request);
    String slug = Editors.slug(request);
    Optional<Version> from =
        request
            .query("since")
            .map(since -> since(slug, since))
            .orElseGet(() -> versions.before(slug, to.number()));
    List<LineChanges> changes =
        LineChanges.between(from.map(Version::read), Optional.of(to.read()));
    return Answer.ok(
        Json.of(
            "from",
            from.map(Version::number).orElse(0L),
            "to",
            to.number(),
            "changes",
            changes.stream().map(LineChanges::toJson).toList()));
  }

  /** {@code POST /conditions/{slug}/versions/{version}/restore}: its text becomes the draft. */
  Answer restore(Request request, Author editor) {
    Precondition condition = Precondition.of(request);
    Version version = version(request);
    Desk desk = drafts.desk(Editors.slug(request));
    condition.check(desk);
    Draft draft = draft(desk, version, editor);
    Desk after = desk.with(draft);
    if (!drafts.save(desk, draft, request.<Desk>repeat(this::restored).marker(after))) {
      throw Precondition.stale();
    }
    return restored(after);
  }

  private Answer restored(Desk desk) {
    return Editors.answer(201, vocabulary, desk)
        .with("location", "/conditions/" + desk.slug() + "/draft");
  }

  private Draft draft(Desk desk, Version version, Author editor) {
    return new Draft(
        desk.slug(),
        EditorialState.DRAFT,
        editor,
        clock.instant(),
        Optional.empty(),
        Optional.empty(),
        desk.head().version(),
        Optional.of(version.number()),
        version.manuscript());
  }

  private Version version(Request request) {
    return number(request.path("version"))
        .flatMap(number -> versions.version(Editors.slug(request), number))
        .orElseThrow(History::noVersion);
  }

  private Optional<Version> since(String slug, String text) {
    if (!digits(text)) {
      throw Failure.invalid("since", "range", "This must be the number of a version, or 0.");
    }
    long number = number(text).orElseThrow(History::noVersion);
    return number == 0
        ? Optional.empty()
        : Optional.of(versions.version(slug, number).orElseThrow(History::noVersion));
  }

  private static Optional<Long> number(String text) {
    return digits(text) && text.length() <= MOST_DIGITS
        ? Optional.of(Long.parseLong(text))
        : Optional.empty();
  }

  private static boolean digits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Failure noVersion() {
    return Failure.notFound("There is no such version of this page.");
  }
}
