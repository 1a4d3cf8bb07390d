package org.alike.forms;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Fields;
import org.alike.kernel.Ids;
import org.alike.kernel.Json;
import org.alike.kernel.Repeat;
import org.alike.kernel.Request;

/**
 * Lets browsers send files ahead of a form, straight to where files are kept, which takes more than
 * a request to a function can carry. Nobody sees them before a submission claims them. Thread-safe.
 */
final class Uploads {
  private static final Duration VALID = Duration.ofMinutes(15);
  private static final int MOST_NAME = 500;

  /** A submission may have some files, and people choose another one now and then. */
  private static final int FILES_PER_SUBMISSION = 4;

  private final FormDefinitions forms;
  private final UploadStore uploads;
  private final FileStore files;
  private final Limit usual;
  private final Ids ids;

  /** A file that somebody wants to send. */
  private record Wanted(String name, Optional<String> type, long size, Optional<String> field) {}

  Uploads(FormDefinitions forms, UploadStore uploads, FileStore files, Limit usual, Ids ids) {
    this.forms = forms;
    this.uploads = uploads;
    this.files = files;
    this.usual = usual;
    this.ids = ids;
  }

  /** {@code GET /f/{form}/signFile?name=&size=}, as Webflow's script asks. */
  Answer signFile(Request request) {
    String size = request.query("size").orElse("");
    boolean number =
        !size.isEmpty() && size.length() <= 15 && size.chars().allMatch(c -> c >= '0' && c <= '9');
    String name = request.query("name").orElse("");
    if (name.isEmpty() || name.length() > MOST_NAME || !number) {
      throw Failure.invalid("", "REQUIRED_FIELD_MISSING", "A file has a name and a size.");
    }
    Wanted wanted = new Wanted(name, Optional.empty(), Long.parseLong(size), Optional.empty());
    Upload upload = upload(request, wanted);
    FileStore.Form form = form(upload, request.received());
    uploads.add(upload, network(request), request.received(), Repeat.none());
    return Answer.ok(
        Json.of(
            "fileName", upload.name(),
            "postData", form.fields(),
            "fileId", upload.id(),
            "s3Url", form.url()));
  }

  /** {@code POST /f/{form}/uploads}. */
  Answer begin(Request request) {
    Fields fields = request.fields();
    Wanted wanted =
        new Wanted(
            fields.line("name", 1, MOST_NAME),
            fields.optionalLine("type", 200),
            fields.wholeNumber("size", 0, Integer.MAX_VALUE).orElse(-1),
            fields.optionalLine("field", 256));
    if (!fields.has("size")) {
      fields.reject("size", "required", "This is needed.");
    }
    fields.end();
    Upload upload = upload(request, wanted);
    Instant now = request.received();
    Answer answer = begun(upload, wanted.size(), now);
    uploads.add(upload, network(request), now, request.repeat(id -> answer));
    return answer;
  }

  private Answer begun(Upload upload, long size, Instant now) {
    FileStore.Form form = form(upload, now);
    String key = FileKeys.waiting(upload.id());
    FileStore.Put put = files.put(key, upload.told(), size, now, VALID);
    return Answer.json(
        201,
        Json.of(
            "id", upload.id(),
            "name", upload.name(),
            "url", form.url(),
            "fields", form.fields(),
            "put", Json.of("url", put.url(), "headers", put.headers()),
            "expires", now.plus(VALID).toString()));
  }

  private FileStore.Form form(Upload upload, Instant now) {
    return files.form(FileKeys.waiting(upload.id()), upload.told(), now, VALID);
  }

  private Upload upload(Request request, Wanted wanted) {
    FormDefinition form = forms.taking(FormName.of(request));
    String name = FileName.safe(wanted.name());
    FileType told = told(name, wanted.type());
    Set<FileType> accepted = wanted.field().map(form::accepts).orElseGet(form::acceptsAnywhere);
    if (accepted.isEmpty()) {
      throw Failure.invalid("", "NO_FILE_UPLOADS", "This form does not take files.");
    }
    if (accepted.stream().noneMatch(type -> type.passesFor(told))) {
      throw wrongType();
    }
    if (wanted.size() < 1) {
      throw Failure.invalid("/size", "FILE_EMPTY", "There is nothing in this file.");
    }
    if (wanted.size() > FileStore.MOST_BYTES) {
      throw Failure.invalid("/size", "FILES_TOO_BIG", "A file may have at most 25 MB.");
    }
    requirePatience(form, request);
    return new Upload(ids.next(), form.form(), name, told, Optional.empty());
  }

  /** By its name, which decides what people's computers take it for; else as its sender says. */
  private static FileType told(String name, Optional<String> type) {
    Optional<FileType> said = type.flatMap(FileType::ofMedia);
    FileType told = FileType.ofName(name).or(() -> said).orElseThrow(Uploads::wrongType);
    boolean unlike = said.filter(other -> !told.passesFor(other)).isPresent();
    if (unlike || (type.isPresent() && said.isEmpty() && !isUnsaid(type.get()))) {
      throw wrongType();
    }
    return told;
  }

  /** What browsers say of files that they don't know. */
  private static boolean isUnsaid(String type) {
    return type.equals("application/octet-stream");
  }

  private static Failure wrongType() {
    return Failure.invalid(
        "/name", "FILE_TYPE", "This is not a file of a kind that can be sent here.");
  }

  private void requirePatience(FormDefinition form, Request request) {
    Limit limit = form.limit().orElse(usual);
    if (!limit.isNone()) {
      int most = limit.submissions() * FILES_PER_SUBMISSION;
      Instant now = request.received();
      if (uploads.recent(form.form(), network(request), now, most) >= most) {
        throw Failure.tooMany((int) Limit.UPLOADS_COUNTED.toSeconds());
      }
    }
  }

  private static String network(Request request) {
    return Network.of(request.sourceAddress());
  }

  /** What of a failure Webflow's script looks at. */
  static Map<String, String> webflowMessage(Failure failure) {
    String code = failure.violations().isEmpty() ? "" : failure.violations().get(0).code();
    String begin =
        switch (code) {
          case "FILE_TYPE", "NO_FILE_UPLOADS" -> "InvalidFileTypeError: ";
          case "FILES_TOO_BIG" -> "MaxFileSizeError: ";
          default -> "";
        };
    return Map.of("msg", begin + failure.detail());
  }
}
