package org.alike.forms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.alike.kernel.Answer;
import org.alike.kernel.Caller;
import org.alike.kernel.Cursors;
import org.alike.kernel.Failure;
import org.alike.kernel.Ids;
import org.alike.kernel.Json;
import org.alike.kernel.Request;

/**
 * A form's submissions as a file, newest first, in parts of at most 4 MB: each names the next in a
 * {@code Link} header, and one behind the other they are the whole. What arrives after the first
 * part is not in it. Thread-safe.
 */
final class Exports {
  /** In base64 it has to fit into what a function may answer. */
  static final int MOST_BYTES = 4_000_000;

  private static final InboxReader.Budget BUDGET = new InboxReader.Budget(10_000, 60);
  private static final int PORTION = 100;
  private final OwnedForms forms;
  private final InboxStore store;
  private final Cursors cursors;
  private final Ids ids;

  Exports(OwnedForms forms, InboxStore store, Cursors cursors, Ids ids) {
    this.forms = forms;
    this.store = store;
    this.cursors = cursors;
    this.ids = ids;
  }

  /**
   * A part of the file.
   *
   * @param bytes what it holds
   * @param next the id behind which the next one begins; empty for the last
   */
  private record Part(ByteArrayOutputStream bytes, Optional<String> next) {}

  /** {@code GET /forms/{form}/export.csv}: a row for each submission. */
  Answer csv(Request request) {
    Caller owner = forms.owner(request);
    InboxQuery query = InboxQuery.inAddress(request);
    String binding = query.binding("csv", owner.id());
    Optional<List<String>> place = place(request, binding);
    InboxPage page = page(query, place);
    Columns columns =
        place
            .map(at -> new Columns(store.columns(at.get(1)).orElseThrow(Exports::over)))
            .orElseGet(() -> Columns.of(forms.form(request), page.items()));
    String begin = place.isEmpty() ? Csv.BYTE_ORDER_MARK + columns.header() : "";
    Part part = part(begin, page, columns::row);
    Answer answer = answer("text/csv; charset=utf-8; header=present", query, "csv", part);
    if (part.next().isEmpty()) {
      return answer;
    }
    String export = place.map(at -> at.get(1)).orElseGet(ids::next);
    if (place.isEmpty()) {
      store.keepColumns(export, columns.names());
    }
    String cursor = cursors.seal(binding, List.of(part.next().get(), export));
    return answer.with("link", link(request, cursor));
  }

  /** {@code GET /forms/{form}/export.jsonl}: a JSON object for each, exactly as it was sent. */
  Answer jsonLines(Request request) {
    Caller owner = forms.owner(request);
    InboxQuery query = InboxQuery.inAddress(request);
    String binding = query.binding("jsonl", owner.id());
    Part part =
        part("", page(query, place(request, binding)), item -> Json.write(item.json()) + "\n");
    Answer answer = answer("application/x-ndjson; charset=utf-8", query, "jsonl", part);
    return part.next()
        .map(id -> answer.with("link", link(request, cursors.seal(binding, List.of(id)))))
        .orElse(answer);
  }

  private Optional<List<String>> place(Request request, String binding) {
    return request.query("cursor").map(cursor -> cursors.open(binding, cursor));
  }

  /** No more than fits into a part, which adds to what was sent and takes nothing away. */
  private InboxPage page(InboxQuery query, Optional<List<String>> place) {
    InboxReader reader =
        new InboxReader(
            store.partitions(query.form()),
            query.stretch(place.map(at -> at.get(0))),
            BUDGET,
            PORTION);
    return InboxPage.read(reader, query, Integer.MAX_VALUE, MOST_BYTES);
  }

  /** One submission always fits: it has 256 KB at most. */
  private static Part part(String begin, InboxPage page, Function<InboxItem, String> writer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(begin.getBytes(StandardCharsets.UTF_8));
    Optional<String> written = Optional.empty();
    for (InboxItem item : page.items()) {
      byte[] bytes = writer.apply(item).getBytes(StandardCharsets.UTF_8);
      if (written.isPresent() && out.size() + bytes.length > MOST_BYTES) {
        return new Part(out, written);
      }
      out.writeBytes(bytes);
      written = Optional.of(item.submission().id());
    }
    return new Part(out, page.place());
  }

  private static Answer answer(String type, InboxQuery query, String ending, Part part) {
    String file = query.form() + "." + ending;
    return Answer.bytes(type, part.bytes().toByteArray())
        .with("content-disposition", "attachment; filename=\"" + file + "\"");
  }

  private static String link(Request request, String cursor) {
    StringBuilder address = new StringBuilder(request.path()).append("?cursor=").append(cursor);
    InboxQuery.IN_URL.forEach(
        name ->
            request
                .query(name)
                .ifPresent(v -> address.append('&').append(name).append('=').append(v)));
    return "<" + address + ">; rel=\"next\"";
  }

  private static Failure over() {
    return Failure.of(Failure.Kind.GONE, "This export was begun too long ago. Begin it again.");
  }
}
