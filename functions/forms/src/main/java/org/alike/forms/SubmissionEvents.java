package org.alike.forms;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

  /**
   * SubmissionAccepted when a submission was accepted, SubmissionCorrected when its sender changed
   * what it says, SubmissionWithdrawn when they took it back; nothing for any other change.
   */
  static List<DomainEvent> of(Change change) {
    return change.after().stream()
        .flatMap(after -> event(change.before(), after).stream())
        .toList();
  }

  private static Optional<DomainEvent> event(Optional<Item> before, Item after) {
    if (!SubmissionKeys.isSubmission(after.key())) {
      return Optional.empty();
    }
    Optional<Instant> withdrawn = DynamoSubmissionStore.withdrawnAt(after);
    if (withdrawn.isPresent()) {
      return before
          .filter(DynamoSubmissionStore::wasTold)
          .flatMap(DynamoSubmissionStore::submission)
          .map(submission -> withdrawn(submission, after, withdrawn.get()));
    }
    Optional<Submission> known = before.flatMap(SubmissionEvents::accepted);
    return accepted(after)
        .filter(submission -> known.filter(submission::saysTheSame).isEmpty())
        .map(submission -> told(submission, after, known.isPresent()));
  }

  private static Optional<Submission> accepted(Item item) {
    return DynamoSubmissionStore.submission(item).filter(Submission::isAccepted);
  }

  private static DomainEvent told(Submission submission, Item item, boolean corrected) {
    List<Map<String, Object>> fields = fields(submission);
    return DomainEvent.of(
        corrected ? "SubmissionCorrected" : "SubmissionAccepted",
        submission.id(),
        DynamoSubmissionStore.version(item),
        corrected ? DynamoSubmissionStore.correctedAt(item) : submission.receivedAt(),
        item.cause(),
        Json.of(
            "form", submission.form(),
            "purpose", submission.purpose().word(),
            "submissionId", submission.id(),
            "receivedAt", submission.receivedAt().toString(),
            "language", submission.language(),
            "fields", fields,
            "shortened", fields.size() < submission.values().size() ? true : null));
  }

  /** A signup is known by its mailbox where a submission of that id has not arrived yet. */
  private static DomainEvent withdrawn(Submission submission, Item left, Instant at) {
    return DomainEvent.of(
        "SubmissionWithdrawn",
        submission.id(),
        DynamoSubmissionStore.version(left),
        at,
        left.cause(),
        Json.of(
            "form", submission.form(),
            "purpose", submission.purpose().word(),
            "submissionId", submission.id(),
            "mailbox", submission.sender()));
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
