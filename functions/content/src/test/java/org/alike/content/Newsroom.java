package org.alike.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MovableClock;
import org.alike.testkit.Reply;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Pages, and editors at work on them. */
final class Newsroom {
  static final String SLUG = "migraine";
  private static final String VERSION = "/conditions/{slug}/versions/{version}";
  private final Published pages;
  private final ContentFunction function;
  private final ContentScheduler scheduler;

  Newsroom() {
    this(new Published(), EmbeddedDynamo.client());
  }

  private Newsroom(Published pages, DynamoDbClient client) {
    this.pages = pages;
    this.function = pages.function(client);
    this.scheduler =
        new ContentScheduler(new DynamoTable(client, pages.name(), pages.clock()), pages.clock());
  }

  /** The same over another client of the same table. */
  Newsroom over(DynamoDbClient client) {
    return new Newsroom(pages, client);
  }

  Published pages() {
    return pages;
  }

  MovableClock clock() {
    return pages.clock();
  }

  ContentFunction function() {
    return function;
  }

  /** Everything in the table. */
  List<String> dump() {
    return EmbeddedDynamo.dump(pages.name());
  }

  /** A minute passes in the schedule; the lines it logged. */
  List<String> tick() {
    return EventCall.send(scheduler, Events.read("publish-due.json")).log();
  }

  Reply send(HttpCall call) {
    return call.send(function);
  }

  Reply draft() {
    return send(draft(SLUG));
  }

  String tag() {
    return draft().header("etag");
  }

  Reply put(String tag, Map<String, Object> body) {
    return send(put(SLUG, tag, "ed", body));
  }

  /** Publishes this text of the overview over whatever is there. */
  Reply publish(String text) {
    Reply before = draft();
    String tag = before.status() == 404 ? "*" : before.header("etag");
    return put(tag, body(text, "published"));
  }

  Map<String, Object> versions() {
    return send(as("ed", HttpCall.of("GET /conditions/{slug}/versions").path("slug", SLUG))).json();
  }

  Reply version(String more, long number) {
    return send(version(more, number, "ed"));
  }

  static HttpCall version(String more, long number, String editor) {
    String method = more.equals("/restore") ? "POST " : "GET ";
    return as(
        editor,
        HttpCall.of(method + VERSION + more)
            .path("slug", SLUG)
            .path("version", Long.toString(number)));
  }

  static HttpCall draft(String slug) {
    return as("ed", HttpCall.of("GET /conditions/{slug}/draft").path("slug", slug));
  }

  static HttpCall put(String slug, String tag, String editor, Map<String, Object> body) {
    return conditional(
        tag, as(editor, HttpCall.of("PUT /conditions/{slug}").path("slug", slug).json(body)));
  }

  static HttpCall drop(String tag) {
    HttpCall call = HttpCall.of("DELETE /conditions/{slug}/draft").path("slug", SLUG);
    return conditional(tag, as("ed", call));
  }

  static HttpCall withdraw(String tag) {
    HttpCall call = HttpCall.of("DELETE /conditions/{slug}").path("slug", SLUG);
    return conditional(tag, as("ed", call));
  }

  /** For this state; {@code *} stands for none yet. */
  static HttpCall conditional(String tag, HttpCall call) {
    return tag.equals("*") ? call.header("if-none-match", "*") : call.header("if-match", tag);
  }

  static HttpCall as(String editor, HttpCall call) {
    return call.claim("sub", editor).claim("cognito:groups", "[editor]");
  }

  /** A whole document with this text in its overview. */
  static Map<String, Object> document(String text) {
    Manuscript written = Published.manuscript(Written.condition(SLUG, "Words on overview.", text));
    return written.toJson();
  }

  /** A body with this text; with a note where one is needed. */
  static Map<String, Object> body(String text, String state) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("document", document(text));
    body.put("state", state);
    if (state.equals("published") || state.equals("scheduled")) {
      body.put("note", "Because of " + text);
    }
    return body;
  }

  static Map<String, Object> scheduled(String text, String at) {
    Map<String, Object> body = body(text, "scheduled");
    body.put("publishAt", at);
    return body;
  }

  /** The text of the overview in an answer that holds a document. */
  static String text(Reply reply) {
    return text(Json.asObject(reply.json().get("document")).orElseThrow());
  }

  static String text(Map<String, Object> document) {
    Map<String, Object> first = Events.objects(document.get("variants")).get(0);
    return String.valueOf(Events.objects(first.get("sections")).get(0).get("markdown"));
  }

  /** What readers see of the overview; empty without a page. */
  String seen() {
    return pages
        .store()
        .find(PageKind.CONDITION, SLUG)
        .map(page -> text(page.edition().manuscript().toJson()))
        .orElse("");
  }

  static long revision(Reply reply) {
    return number(reply.json().get("revision"));
  }

  static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : -1;
  }
}
