package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The other AWS services as the real SDK and CLI call them: EventBridge's PutEvents, SES's
 * SendEmail and Lambda's Invoke. Requests must be signed, with any key: a web page in the
 * developer's browser cannot do that unasked.
 */
final class AwsApi {
  private static final Pattern INVOCATION =
      Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");

  private final Bus bus;
  private final Outbox outbox;
  private final Functions functions;

  AwsApi(Bus bus, Outbox outbox, Functions functions) {
    this.bus = bus;
    this.outbox = outbox;
    this.functions = functions;
  }

  Reply answer(Incoming request) {
    if (!request.header("authorization", "").startsWith("AWS4-HMAC-SHA256 ")) {
      return problem("MissingAuthenticationTokenException", "Sign the request, with any key");
    }
    try {
      Matcher invocation = INVOCATION.matcher(request.path());
      if (invocation.matches()) {
        return invoke(Router.decode(invocation.group(1)), request);
      }
      if (request.header("x-amz-target", "").equals("AWSEvents.PutEvents")) {
        return Reply.of(
            200,
            "application/x-amz-json-1.1",
            Json.bytes(bus.putEvents(Json.read(request.text()))));
      }
      if (request.path().equals("/v2/email/outbound-emails") && request.method().equals("POST")) {
        return mail(outbox.send(Json.read(request.text())));
      }
    } catch (Json.NotJson e) {
      return problem("SerializationException", "The request is not JSON");
    }
    return problem("UnknownOperationException", "The local stack does not have this service");
  }

  private Reply invoke(String name, Incoming request) throws Json.NotJson {
    if (!functions.has(name)) {
      return problem("ResourceNotFoundException", "The template has no function " + name);
    }
    JsonNode event = request.text().isBlank() ? Json.object() : Json.read(request.text());
    try {
      Outcome outcome = functions.invoke(name, event, new Origin("hand", name, Set.of()));
      Reply reply = Reply.json(200, outcome.payload());
      return outcome.failed() ? reply.with("x-amz-function-error", "Unhandled") : reply;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return problem("ServiceException", "The local stack is stopping");
    }
  }

  private static Reply mail(@Nullable JsonNode answer) {
    return answer == null
        ? problem("BadRequestException", "A mail has a sender, a recipient and simple content")
        : Reply.json(200, answer);
  }

  private static Reply problem(String type, String message) {
    JsonNode body = Json.object().put("__type", type).put("message", message);
    return Reply.json(400, body).with("x-amzn-errortype", type);
  }
}
