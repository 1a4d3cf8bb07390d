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
   * SubmissionAccepted when a submission was accepted, at once or out of quarantine;
   * SubmissionCorrected when its sender has changed what an accepted one says; SubmissionWithdrawn
   * when one that was accepted is no more, or set aside. Nothing for any other change, nor for one
   * whose time is over.
   */
  static List<DomainEvent> of(Change change) {
    Optional<Submission> before = accepted(change.before());
    Optional<Submission> after = accepted(change.after());
    if (change.after().isEmpty() || (before.isEmpty() && after.isEmpty())) {
      return List.of();
    }
    Item now = change.after().get();
    if (after.isEmpty()) {
      return List.of(withdrawn(before.orElseThrow(), change.before().orElseThrow(), now));
    }
    if (before.isEmpty()) {
      return List.of(told("SubmissionAccepted", after.get(), after.get().receivedAt(), now));
    }
    return before.get().saysTheSame(after.get())
        ? List.of()
        : List.of(told("SubmissionCorrected", after.get(), changed(after.get(), now), now));
  }

  private static Optional<Submission> accepted(Optional<Item> item) {
    return item.flatMap(DynamoSubmissionStore::submission).filter(Submission::isAccepted);
  }

  /** What is left of a deleted one says nothing of what it was, so the item before is asked. */
  private static DomainEvent withdrawn(Submission submission, Item before, Item now) {
    return DomainEvent.of(
        "SubmissionWithdrawn",
        submission.id(),
        version(before) + 1,
        changed(submission, now),
        now.cause(),
        Json.of(
            "form", submission.form(),
            "purpose", submission.purpose().word(),
            "submissionId", submission.id(),
            "mailbox", submission.sender()));
  }

  /** Events count versions from 1, items from 0. */
  private static long version(Item item) {
    return item.number("version") + 1;
  }

  private static Instant changed(Submission submission, Item now) {
    return now.find("changedAt").map(Instant::parse).orElseGet(submission::receivedAt);
  }

  private static DomainEvent told(String type, Submission submission, Instant at, Item now) {
    List<Map<String, Object>> fields = fields(submission);
    return DomainEvent.of(
        type,
        submission.id(),
        version(now),
        at,
        now.cause(),
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
