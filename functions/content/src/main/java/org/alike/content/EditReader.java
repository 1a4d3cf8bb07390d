package org.alike.content;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.kernel.Fields;
import org.alike.kernel.Violation;

/**
 * Reads what an editor sends for a page, and tells everything that is wrong with it at once.
 * Thread-safe.
 */
final class EditReader {
  private static final int MAX_NOTE = 500;
  private static final int MAX_TIME = 40;

  /** So far ahead a page can be scheduled. */
  static final Duration FARTHEST = Duration.ofDays(366);

  private final DocumentReader documents;

  EditReader(DocumentReader documents) {
    this.documents = documents;
  }

  /**
   * Reads a body.
   *
   * @throws Failure INVALID with every broken rule, TOO_LARGE
   */
  Edit read(Map<String, Object> body, String slug, Instant now) {
    Map<String, Object> rest = new LinkedHashMap<>(body);
    rest.remove("document");
    List<Violation> broken = new ArrayList<>();
    Optional<Edition> edition = documents.read(body, slug, broken);
    Fields fields = Fields.of(rest);
    EditorialState state = fields.oneOf("state", EditorialState.DRAFT);
    Optional<Instant> publishAt = time(fields, state, now);
    Optional<String> note = note(fields, state);
    boolean sound = DocumentReader.gather(broken, "", () -> ended(fields)).isPresent();
    if (!sound || edition.isEmpty()) {
      throw Failure.invalid(broken);
    }
    return new Edit(edition.get(), state, publishAt, note);
  }

  private static Fields ended(Fields fields) {
    fields.end();
    return fields;
  }

  /** Every version says what changed and why. */
  private static Optional<String> note(Fields fields, EditorialState state) {
    return state.reachesReaders()
        ? Optional.of(fields.text("note", 1, MAX_NOTE))
        : fields.optionalText("note", MAX_NOTE);
  }

  private static Optional<Instant> time(Fields fields, EditorialState state, Instant now) {
    if (state != EditorialState.SCHEDULED) {
      fields
          .optionalText("publishAt", MAX_TIME)
          .ifPresent(sent -> fields.reject("publishAt", "not-here", "Only for what is scheduled."));
      return Optional.empty();
    }
    String text = fields.text("publishAt", 1, MAX_TIME);
    return text.isEmpty() ? Optional.empty() : time(fields, text, now);
  }

  private static Optional<Instant> time(Fields fields, String text, Instant now) {
    try {
      Instant sent = Instant.parse(text);
      if (sent.isAfter(now) && !sent.isAfter(now.plus(FARTHEST))) {
        Instant second = sent.truncatedTo(ChronoUnit.SECONDS);
        return Optional.of(second.equals(sent) ? sent : second.plusSeconds(1));
      }
      fields.reject("publishAt", "range", "This must be a time in the year that begins now.");
    } catch (DateTimeParseException noTime) {
      fields.reject("publishAt", "time", "This must be a time such as 2026-11-23T12:00:00Z.");
    }
    return Optional.empty();
  }
}
