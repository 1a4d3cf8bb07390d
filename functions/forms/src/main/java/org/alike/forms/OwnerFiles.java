package org.alike.forms;

import java.time.Duration;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;

/** Lets owners save the files that their forms got. Thread-safe. */
final class OwnerFiles {
  private static final Duration VALID = Duration.ofMinutes(2);
  private final OwnedForms forms;
  private final UploadStore uploads;
  private final FileStore files;

  OwnerFiles(OwnedForms forms, UploadStore uploads, FileStore files) {
    this.forms = forms;
    this.uploads = uploads;
    this.files = files;
  }

  /**
   * {@code GET /forms/{form}/submissions/{id}/files/{file}}: an address from which a browser can
   * save the file for two minutes. It never shows it: the file is kept as an attachment, under the
   * type that its content has.
   */
  Answer address(Request request) {
    forms.owner(request);
    String form = request.path("form");
    String submission = request.path("id");
    Attachment attachment =
        uploads.attachments(form, submission).stream()
            .filter(file -> file.id().equals(request.path("file")))
            .findFirst()
            .orElseThrow(() -> Failure.notFound("There is no such file."));
    String key = FileKeys.kept(form, submission, attachment.id());
    return Answer.ok(
        Json.of(
            "name", attachment.name(),
            "type", attachment.type().media(),
            "size", attachment.size(),
            "url", files.address(key, request.received(), VALID),
            "expires", request.received().plus(VALID).toString()));
  }
}
