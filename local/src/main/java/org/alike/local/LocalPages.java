package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Everything under {@code /_local/}: what there is only on one machine. */
final class LocalPages {
  static final String PATH = "/_local";

  private final Overview overview;
  private final Outbox outbox;
  private final Undelivered undelivered;
  private final Issuer issuer;
  private final Tokens tokens;
  private volatile boolean ready;

  LocalPages(
      Overview overview, Outbox outbox, Undelivered undelivered, Issuer issuer, Tokens tokens) {
    this.overview = overview;
    this.outbox = outbox;
    this.undelivered = undelivered;
    this.issuer = issuer;
    this.tokens = tokens;
  }

  /** From now on the health page says so. */
  void ready() {
    ready = true;
  }

  Reply answer(Incoming request) throws InterruptedException {
    if (request.path().startsWith(Issuer.PATH + "/")) {
      return issuer.answer(request);
    }
    boolean html = request.header("accept", "").contains("text/html");
    return switch (request.method() + " " + request.path().substring(PATH.length())) {
      case "GET " -> Reply.redirect(302, PATH + "/");
      case "GET /" -> Reply.page(200, overview.html());
      case "GET /health" -> health();
      case "GET /outbox" -> outbox(request, html);
      case "GET /undelivered" -> Reply.json(200, items(undelivered.messages()));
      case "POST /token" -> token(request);
      default -> Reply.message(404, "Not Found");
    };
  }

  private Reply health() {
    return Reply.json(ready ? 200 : 503, Json.object().put("status", ready ? "ok" : "starting"));
  }

  private Reply outbox(Incoming request, boolean html) {
    Map<String, String> query = Form.parse(request.query());
    List<JsonNode> mails = outbox.mails(query.get("to"));
    return html ? Reply.page(200, OutboxPage.html(mails)) : Reply.json(200, items(mails));
  }

  private Reply token(Incoming request) throws InterruptedException {
    try {
      String email = Json.read(request.text()).path("email").asText();
      return email.indexOf('@') < 1
          ? Reply.message(422, "Send {\"email\": \"...\"}")
          : Reply.json(200, tokens.issue(email, null));
    } catch (Json.NotJson e) {
      return Reply.message(400, "Send {\"email\": \"...\"}");
    } catch (Tokens.SignInFailed e) {
      return Reply.message(502, "The sign-in function failed; see the log");
    }
  }

  private static JsonNode items(List<JsonNode> items) {
    ObjectNode page = Json.object();
    items.forEach(page.putArray("items")::add);
    return page;
  }
}
