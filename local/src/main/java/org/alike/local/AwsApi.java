package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The other AWS services the functions call through the real SDK: EventBridge's PutEvents and SES's
 * SendEmail.
 */
final class AwsApi {
  private final Bus bus;
  private final Outbox outbox;

  AwsApi(Bus bus, Outbox outbox) {
    this.bus = bus;
    this.outbox = outbox;
  }

  Reply answer(Incoming request) {
    try {
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
