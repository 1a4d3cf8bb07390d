package org.alike.forms;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Caller;
import org.alike.kernel.Cursors;
import org.alike.kernel.Failure;
import org.alike.kernel.Fields;
import org.alike.kernel.Ids;
import org.alike.kernel.Json;
import org.alike.kernel.Request;

/** A form's inbox, as its owner reads it: listed, searched, followed. Thread-safe. */
final class Inbox {
  /** Enough for a page, where not much is in between; and soon over, where much is. */
  private static final InboxReader.Budget BUDGET = new InboxReader.Budget(400, 60);

  private static final int MOST_BYTES = 1_000_000;
  private static final int DEFAULT_LIMIT = 20;
  private static final int MOST = 50;
  private static final int SPARE = 3;

  /** A submission is there this long after its id was made, unless its client had to try again. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private final OwnedForms forms;
  private final InboxStore store;
  private final Cursors cursors;

  Inbox(OwnedForms forms, InboxStore store, Cursors cursors) {
    this.forms = forms;
    this.store = store;
    this.cursors = cursors;
  }

  /**
   * {@code GET /forms/{form}/submissions}: a page, newest first, or with {@code since} the tail.
   */
  Answer list(Request request) {
    Caller owner = forms.owner(request);
    InboxQuery query = InboxQuery.inAddress(request);
    Optional<String> since = request.query("since");
    return since.isPresent()
        ? tail(request, query, since.get())
        : page(request, owner, query, request.limit(), request.query("cursor"));
  }

  /** {@code POST /forms/{form}/submissions/search}: the same by words, which no address shows. */
  Answer search(Request request) {
    Caller owner = forms.owner(request);
    Fields fields = request.fields();
    InboxQuery query = InboxQuery.inBody(request.path("form"), fields);
    int limit = fields.wholeNumber("limit", 1, MOST).orElse(DEFAULT_LIMIT);
    Optional<String> cursor = fields.optionalLine("cursor", 2_000);
    fields.end();
    return page(request, owner, query, limit, cursor);
  }

  private Answer page(
      Request request, Caller owner, InboxQuery query, int limit, Optional<String> cursor) {
    String binding = query.binding("inbox", owner.id());
    Optional<String> place = cursor.map(sent -> cursors.open(binding, sent).get(0));
    InboxPage page = read(query, query.stretch(place), limit);
    return Answer.ok(
        Json.of(
            "items",
            page.items().stream().map(InboxItem::json).toList(),
            "next",
            page.place().map(id -> cursors.seal(binding, List.of(id))),
            "lookedBackTo",
            page.place().map(id -> SubmissionKeys.moment(id).toString()),
            "since",
            settled(request)));
  }

  /**
   * What is newer, the oldest first. Two submissions may be stored in another order than their ids
   * were made: so {@code since} stays behind for a while, and what was told may be told again.
   */
  private Answer tail(Request request, InboxQuery query, String since) {
    if (!SubmissionKeys.isId(since)) {
      throw Failure.invalid("since", "id", "This must be the id of a submission.");
    }
    if (query.from().isPresent() || query.to().isPresent()) {
      throw Failure.invalid("since", "range", "What is newer has no first or last day.");
    }
    InboxReader.Stretch newer = new InboxReader.Stretch(false, since, "");
    InboxPage page = read(query, newer, request.limit());
    return Answer.ok(
        Json.of(
            "items",
            page.items().stream().map(InboxItem::json).toList(),
            "since",
            page.place().orElseGet(() -> settled(request)),
            "more",
            page.place().isPresent()));
  }

  private InboxPage read(InboxQuery query, InboxReader.Stretch stretch, int limit) {
    int portion = limit / SubmissionKeys.SHARDS + SPARE;
    InboxReader reader = new InboxReader(store.partitions(query.form()), stretch, BUDGET, portion);
    return InboxPage.read(reader, query, limit, MOST_BYTES);
  }

  private static String settled(Request request) {
    return Ids.lastOf(request.received().minus(SETTLED));
  }
}
