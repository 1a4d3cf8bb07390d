package org.alike.forms;

import java.util.List;
import org.alike.kernel.DomainEvent;

/**
 * Deletes files that belong to no submission any more. What a submission has is asked at that
 * moment, so that an event that comes late, or twice, takes nothing away. Thread-safe.
 */
final class ReleasedFiles {
  private final UploadStore uploads;
  private final FileStore files;

  ReleasedFiles(UploadStore uploads, FileStore files) {
    this.uploads = uploads;
    this.files = files;
  }

  /** {@code FilesReleased}. */
  void delete(DomainEvent event) {
    String form = event.text("form");
    String submission = event.text("submissionId");
    List<String> held = uploads.attachments(form, submission).stream().map(Attachment::id).toList();
    for (String file : event.texts("files")) {
      if (!held.contains(file)) {
        files.delete(FileKeys.kept(form, submission, file));
        files.delete(FileKeys.waiting(file));
      }
    }
  }
}
