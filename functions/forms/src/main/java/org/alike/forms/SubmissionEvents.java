package org.alike.forms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.store.Change;
import org.alike.store.Item;

/** What a change of the forms' table means to the other features. Pure. */
final class SubmissionEvents {
  private static final int MOST_BYTES = 200_000;

  /** So that 200 fields of this length are still not too much. */
  private static final int BRIEF_BYTES = 1_000;

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
    List<Map<String, Object>> fields = fields(submission);
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
            "fields", fields,
            "shortened", fields.size() < submission.values().size() ? true : null));
  }

  /** The bus takes 256 KB at most: of what is larger, the long values stay in the inbox. */
  private static List<Map<String, Object>> fields(Submission submission) {
    List<Map<String, Object>> fields = new ArrayList<>();
    List<Map<String, Object>> brief = new ArrayList<>();
    int bytes = 0;
    for (Submission.Value value : submission.values()) {
      Map<String, Object> field = Json.of("name", value.name(), "value", value.value());
      int size = Json.write(field).getBytes(StandardCharsets.UTF_8).length;
      fields.add(field);
      if (size <= BRIEF_BYTES) {
        brief.add(field);
      }
      bytes += size;
    }
    return bytes > MOST_BYTES ? brief : fields;
  }
}
