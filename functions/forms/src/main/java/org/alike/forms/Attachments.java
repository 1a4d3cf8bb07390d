package org.alike.forms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Failure;
import org.alike.kernel.Violation;

/**
 * The files of a submission: looked at before anything is stored, by their content and not by what
 * they are called; then claimed and kept where nobody but the owner gets at them. Thread-safe.
 */
final class Attachments {
  private static final int MOST = 10;

  /**
   * A file that was looked at.
   *
   * @param attachment what it is
   * @param upload what is known of it, and who has claimed it
   * @param tag of the content that was looked at
   * @param content its bytes, when it came within the form
   */
  record Found(Attachment attachment, Upload upload, String tag, Optional<byte[]> content) {}

  private final UploadStore uploads;
  private final FileStore files;

  Attachments(UploadStore uploads, FileStore files) {
    this.uploads = uploads;
    this.files = files;
  }

  /**
   * The files that a form names or brings.
   *
   * @throws Failure INVALID with everything that is wrong with them
   */
  List<Found> look(FormDefinition form, Sent sent) {
    List<Entry> named = sent.content().stream().filter(entry -> isFile(form, entry)).toList();
    if (named.size() > MOST) {
      throw Failure.invalid("", "TOO_MANY_FILES", "A form may have at most " + MOST + " files.");
    }
    List<Found> found = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    for (Entry entry : named) {
      try {
        found.add(look(form, entry));
      } catch (Failure refused) {
        violations.addAll(refused.violations());
        if (refused.violations().isEmpty()) {
          throw refused;
        }
      }
    }
    if (!violations.isEmpty()) {
      throw Failure.invalid(violations);
    }
    return found;
  }

  private static boolean isFile(FormDefinition form, Entry entry) {
    boolean field = form.field(entry.name()).filter(f -> f.type() == FieldType.FILE).isPresent();
    return entry.kind() == Entry.Kind.FILE
        || entry.kind() == Entry.Kind.UPLOAD
        || (field && !entry.isBlank());
  }

  private Found look(FormDefinition form, Entry entry) {
    Set<FileType> accepted = form.accepts(entry.name());
    if (entry.file().isPresent()) {
      return brought(form, entry, entry.file().get(), accepted);
    }
    Upload upload =
        uploads
            .find(entry.value().strip())
            .filter(other -> other.form().equals(form.form()))
            .orElseThrow(() -> wrong(entry, "FILE_UNKNOWN", "Please choose this file again."));
    if (upload.claim().isPresent()) {
      Upload.Claim claim = upload.claim().get();
      requireAccepted(entry, claim.type(), accepted);
      return new Found(
          attachment(entry, upload, claim.type(), claim.size()),
          upload,
          claim.tag(),
          Optional.empty());
    }
    FileStore.Head head =
        files
            .head(FileKeys.waiting(upload.id()))
            .orElseThrow(
                () ->
                    wrong(
                        entry, "FILE_MISSING", "The file has not arrived; please send it again."));
    FileType type = type(entry, head.first(), upload.told(), accepted);
    return new Found(
        attachment(entry, upload, type, head.size()), upload, head.tag(), Optional.empty());
  }

  private static Found brought(
      FormDefinition form, Entry entry, SentFile file, Set<FileType> accepted) {
    String name = FileName.safe(file.name());
    FileType told =
        FileType.ofName(name)
            .or(() -> FileType.ofMedia(file.type()))
            .orElseThrow(() -> wrongType(entry));
    byte[] first =
        Arrays.copyOf(file.content(), Math.min(file.content().length, ContentSniffer.BYTES));
    FileType type = type(entry, first, told, accepted);
    Upload upload = new Upload(entry.value(), form.form(), name, told, Optional.empty());
    return new Found(
        attachment(entry, upload, type, file.content().length),
        upload,
        entry.value(),
        Optional.of(file.content()));
  }

  /** What the file is by its content, if it is what it was said to be and what the field takes. */
  private static FileType type(Entry entry, byte[] first, FileType told, Set<FileType> accepted) {
    FileType type =
        ContentSniffer.type(first)
            .filter(found -> found.passesFor(told))
            .orElseThrow(() -> wrongType(entry));
    FileType exact = type == FileType.TEXT ? told : type;
    requireAccepted(entry, exact, accepted);
    return exact;
  }

  private static void requireAccepted(Entry entry, FileType type, Set<FileType> accepted) {
    if (!accepted.contains(type)) {
      throw wrongType(entry);
    }
  }

  private static Failure wrongType(Entry entry) {
    return wrong(entry, "FILE_TYPE", "This is not a file of a kind that can be sent here.");
  }

  private static Failure wrong(Entry entry, String code, String message) {
    return Failure.invalid("/" + entry.name(), code, message);
  }

  private static Attachment attachment(Entry entry, Upload upload, FileType type, long size) {
    return new Attachment(entry.name(), upload.id(), upload.name(), type, size);
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
