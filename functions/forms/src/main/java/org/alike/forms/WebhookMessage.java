package org.alike.forms;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alike.kernel.Json;

/**
 * What a webhook is sent, by the Standard Webhooks specification 1.0.0: the id stays the same
 * however often it is tried, so that a receiver can tell a repeat; the time and with it the
 * signatures are those of the try.
 *
 * @param headers names in lower case
 * @param body JSON
 */
record WebhookMessage(Map<String, String> headers, String body) {

  /** The message of this part, signed at this moment with every secret that signs. */
  static WebhookMessage of(Deliverable deliverable, Part part, Webhook webhook, Instant now) {
    boolean ended = part.id().startsWith(Part.ENDED);
    Submission submission = deliverable.submission();
    String body = Json.write(body(deliverable, webhook, ended));
    String id = "msg_" + submission.id() + (ended ? "_ended" : "");
    String time = Long.toString(now.getEpochSecond());
    String signatures =
        webhook.signing(now).stream()
            .map(secret -> secret.sign(id + "." + time + "." + body))
            .collect(Collectors.joining(" "));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", time);
    headers.put("webhook-signature", signatures);
    return new WebhookMessage(headers, body);
  }

  private static Map<String, Object> body(Deliverable deliverable, Webhook webhook, boolean ended) {
    Submission submission = deliverable.submission();
    boolean newsletter = submission.purpose() == Purpose.NEWSLETTER;
    Stage told = ended ? Stage.ENDED : newsletter ? Stage.CONFIRMED : Stage.RECEIVED;
    return Json.of(
        "type",
        told.event(),
        "timestamp",
        submission.receivedAt().toString(),
        "data",
        Json.of(
            "form",
            submission.form(),
            "purpose",
            submission.purpose().word(),
            "submissionId",
            submission.id(),
            "receivedAt",
            submission.receivedAt().toString(),
            "language",
            submission.language(),
            "fields",
            webhook.fields() ? Optional.of(fields(submission)) : Optional.empty(),
            "files",
            webhook.fields() ? files(submission) : Optional.empty()));
  }

  /** What is known of its files; what they hold is the owner's to fetch. */
  private static Optional<List<Map<String, Object>>> files(Submission submission) {
    return Optional.of(submission.files().stream().map(Attachment::toJson).toList())
        .filter(files -> !files.isEmpty());
  }

  private static List<Map<String, Object>> fields(Submission submission) {
    return submission.values().stream()
        .map(value -> Json.of("name", value.name(), "value", value.value()))
        .toList();
  }
}
