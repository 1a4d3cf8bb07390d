package org.alike.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Failure;
import org.alike.kernel.Violation;

/**
 * Looks at the files of a form before anything is stored: whether they are there, and what they are
 * by their content, whatever they are called. Thread-safe.
 */
final class FileInspection {
  private static final int MOST = 10;
  private final UploadStore uploads;
  private final FileStore files;

  FileInspection(UploadStore uploads, FileStore files) {
    this.uploads = uploads;
    this.files = files;
  }

  /**
   * The files that a form names or brings.
   *
   * @throws Failure INVALID with everything that is wrong with them
   */
  List<Attachments.Found> look(FormDefinition form, Sent sent) {
    List<Entry> named = sent.content().stream().filter(entry -> isFile(form, entry)).toList();
    if (named.size() > MOST) {
      throw Failure.invalid("", "TOO_MANY_FILES", "A form may have at most " + MOST + " files.");
    }
    List<Attachments.Found> found = new ArrayList<>();
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

  private Attachments.Found look(FormDefinition form, Entry entry) {
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
      return new Attachments.Found(
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
    return new Attachments.Found(
        attachment(entry, upload, type, head.size()), upload, head.tag(), Optional.empty());
  }

  private static Attachments.Found brought(
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
    return new Attachments.Found(
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
    String name = FileName.telling(upload.name(), type);
    return new Attachment(entry.name(), upload.id(), name, type, size);
  }
}
