package org.alike.forms;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alike.kernel.Json;
import org.jspecify.annotations.Nullable;

/**
 * A submission in its owner's inbox.
 *
 * @param submission what was sent
 * @param mark what the owner has noted on it
 * @param urgent whether somebody should look at it soon
 * @param version 0 as it was sent, then growing with each change
 */
record InboxItem(Submission submission, Mark mark, boolean urgent, long version) {

  /** The same after the owner has changed it. */
  InboxItem changed(Submission.Status status, Mark other) {
    return new InboxItem(submission.in(status), other, urgent, version + 1);
  }

  /** The version as an HTTP entity tag. */
  String tag() {
    return "\"" + version + "\"";
  }

  /** As the owner is shown it: all that was sent, in its order. */
  Map<String, Object> json() {
    return Json.of(
        "id", submission.id(),
        "form", submission.form(),
        "receivedAt", submission.receivedAt().toString(),
        "expires", submission.expires().toString(),
        "status", submission.status().name().toLowerCase(Locale.ROOT),
        "reasons", submission.reasons().isEmpty() ? null : submission.reasons(),
        "mark", mark == Mark.NONE ? null : mark.word(),
        "urgent", urgent ? true : null,
        "language", submission.language(),
        "subject", submission.subject(),
        "replyTo", submission.replyTo(),
        "values", values(),
        "files", files(),
        "version", version);
  }

  private @Nullable List<Map<String, Object>> files() {
    return submission.files().isEmpty()
        ? null
        : submission.files().stream().map(Attachment::toJson).toList();
  }

  /** How long its content is in UTF-8: pages of many end where they get long. */
  int bytes() {
    return submission.values().stream()
        .mapToInt(value -> bytes(value.name()) + bytes(value.value()))
        .sum();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private List<Map<String, Object>> values() {
    return submission.values().stream()
        .map(value -> Json.of("name", value.name(), "value", value.value()))
        .toList();
  }
}
