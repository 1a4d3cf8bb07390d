package org.alike.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.store.Change;
import org.alike.store.Item;

/** What a change of the forms' table means to the other features. Pure. */
final class SubmissionEvents {
  private SubmissionEvents() {}

  /** SubmissionAccepted when a submission was accepted; nothing for any other change. */
  static List<DomainEvent> of(Change change) {
    boolean before = accepted(change.before()).isPresent();
    return accepted(change.after())
        .filter(submission -> !before)
        .map(submission -> event(submission, change.after().map(Item::cause).orElse("")))
        .stream()
        .toList();
  }

  private static Optional<Submission> accepted(Optional<Item> item) {
    return item.flatMap(DynamoSubmissionStore::submission).filter(Submission::isAccepted);
  }

  private static DomainEvent event(Submission submission, String cause) {
    List<Map<String, Object>> fields =
        submission.values().stream()
            .map(value -> Json.of("name", value.name(), "value", value.value()))
            .toList();
    return DomainEvent.of(
        "SubmissionAccepted",
        submission.id(),
        1,
        submission.receivedAt(),
        cause,
        Json.of(
            "form", submission.form(),
            "purpose", submission.purpose().word(),
            "submissionId", submission.id(),
            "receivedAt", submission.receivedAt().toString(),
            "language", submission.language(),
            "fields", fields));
  }
}
