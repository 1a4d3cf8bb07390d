package org.alike.forms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Failure;

/**
 * The files of a submission: looked at before anything is stored, by their content and not by what
 * they are called; then claimed and kept where nobody but the owner gets at them. Thread-safe.
 */
final class Attachments {
  /**
   * A file that was looked at.
   *
   * @param attachment what it is
   * @param upload what is known of it, and who has claimed it
   * @param tag of the content that was looked at
   * @param content its bytes, when it came within the form
   */
  record Found(Attachment attachment, Upload upload, String tag, Optional<byte[]> content) {}

  private final FileInspection inspection;
  private final UploadStore uploads;
  private final FileStore files;

  Attachments(UploadStore uploads, FileStore files) {
    this.inspection = new FileInspection(uploads, files);
    this.uploads = uploads;
    this.files = files;
  }

  /**
   * The files that a form names or brings.
   *
   * @throws Failure INVALID with everything that is wrong with them
   */
  List<Found> look(FormDefinition form, Sent sent) {
    return inspection.look(form, sent);
  }

  /**
   * Makes these files the submission's own, before that is stored. Doing it again, after it broke
   * off anywhere, ends as doing it once; a file that another submission has is refused.
   */
  void claim(String form, String submission, List<Found> found, Instant now) {
    for (Found file : found) {
      Attachment attachment = file.attachment();
      Upload.Claim claim =
          new Upload.Claim(submission, attachment.type(), attachment.size(), file.tag(), now);
      String kept = FileKeys.kept(form, submission, attachment.id());
      if (file.content().isPresent()) {
        uploads.hold(held(file.upload(), submission), claim);
        files.keep(kept, file.content().get(), attachment);
      } else {
        claim(file, claim, kept);
      }
    }
  }

  /** Each submission holds its own copy of a file that came with it. */
  private static Upload held(Upload upload, String submission) {
    String id = submission + "." + upload.id();
    return new Upload(id, upload.form(), upload.name(), upload.told(), upload.claim());
  }

  private void claim(Found file, Upload.Claim wanted, String kept) {
    Attachment attachment = file.attachment();
    Upload.Claim claim =
        uploads
            .claim(file.upload(), wanted)
            .flatMap(Upload::claim)
            .filter(standing -> standing.submission().equals(wanted.submission()))
            .orElseThrow(() -> taken(attachment));
    String waiting = FileKeys.waiting(attachment.id());
    // Where it is not there to be copied, it may have been copied before.
    if (!files.copy(waiting, claim.tag(), kept, attachment) && files.head(kept).isEmpty()) {
      throw Failure.invalid(
          "/" + attachment.field(), "FILE_MISSING", "Please choose this file again.");
    }
    noteCopyOfOther(file, wanted);
  }

  /**
   * Whoever claimed it before and stored nothing may have copied it: that copy is looked for when
   * this note of it expires.
   */
  private void noteCopyOfOther(Found file, Upload.Claim claim) {
    Upload upload = file.upload();
    upload
        .claim()
        .filter(before -> !before.submission().equals(claim.submission()))
        .ifPresent(before -> uploads.hold(held(upload, before.submission()), before));
  }

  private static Failure taken(Attachment attachment) {
    return Failure.invalid(
        "/" + attachment.field(),
        "FILE_TAKEN",
        "This file was sent already; please choose it again to send it once more.");
  }
}
