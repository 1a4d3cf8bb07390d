package org.alike.forms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.store.Change;
import org.alike.store.Item;

/**
 * Which files a change of the forms' table lets go: those of a submission that was deleted, was
 * withdrawn, has expired or has other files now; and the file of an upload that was claimed, which
 * is looked at once more a while later, for its submission may never have been stored. Pure.
 */
final class FileEvents {
  static final String RELEASED = "FilesReleased";

  private FileEvents() {}

  /** FilesReleased when files may be nobody's any more; nothing for any other change. */
  static List<DomainEvent> of(Change change, Instant now) {
    Optional<Submission> before = change.before().flatMap(DynamoSubmissionStore::submission);
    if (before.isPresent()) {
      return released(before.get(), change, now).stream().toList();
    }
    return change.after().isPresent()
        ? List.of()
        : change.before().flatMap(DynamoUploadStore::of).stream()
            .flatMap(upload -> expired(upload, now).stream())
            .toList();
  }

  private static Optional<DomainEvent> released(Submission before, Change change, Instant now) {
    List<String> files = new ArrayList<>(ids(before));
    change
        .after()
        .flatMap(DynamoSubmissionStore::submission)
        .ifPresent(after -> files.removeAll(ids(after)));
    long version = change.before().map(item -> item.number("version")).orElse(0L) + 1;
    String cause = change.after().map(Item::cause).orElse("");
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(event(before.id(), version, before.form(), before.id(), files, now, cause));
  }

  private static Optional<DomainEvent> expired(Upload upload, Instant now) {
    return upload
        .claim()
        .map(Upload.Claim::submission)
        .map(
            submission -> {
              String file = upload.id().replace(submission + ".", "");
              return event(upload.id(), 1, upload.form(), submission, List.of(file), now, "");
            });
  }

  private static List<String> ids(Submission submission) {
    return submission.files().stream().map(Attachment::id).toList();
  }

  private static DomainEvent event(
      String entity,
      long version,
      String form,
      String submission,
      List<String> files,
      Instant now,
      String cause) {
    return DomainEvent.of(
        RELEASED,
        entity,
        version,
        now,
        cause,
        Json.of("form", form, "submissionId", submission, "files", files));
  }
}
