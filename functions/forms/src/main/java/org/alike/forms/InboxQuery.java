package org.alike.forms;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.kernel.Fields;
import org.alike.kernel.Request;

/**
 * Which submissions of a form are wanted. Pure.
 *
 * @param form the form's name
 * @param status in the inbox, in quarantine, or in both
 * @param mark with which mark
 * @param urgent whether only urgent ones
 * @param from the first UTC day
 * @param to the last UTC day
 * @param words that all have to be in it
 */
record InboxQuery(
    String form,
    Where status,
    Marked mark,
    boolean urgent,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    SearchWords words) {
  static final List<String> IN_URL = List.of("status", "mark", "urgent", "from", "to");
  private static final int MOST_CHARACTERS = 200;

  /** Where submissions are. */
  enum Where {
    RECEIVED,
    QUARANTINED,
    ANY
  }

  /** Which marks they have. */
  enum Marked {
    ANY,
    NONE,
    READ,
    STARRED,
    DONE
  }

  /**
   * The query in a request's address. Words that are searched for may be about somebody's health,
   * and addresses end up in logs and histories; so none are taken here.
   */
  static InboxQuery inAddress(Request request) {
    if (request.query().containsKey("q")) {
      throw Failure.invalid("q", "place", "Search by POST, with the words in the body.");
    }
    Map<String, Object> sent = new LinkedHashMap<>();
    for (String name : IN_URL) {
      request
          .query(name)
          .ifPresent(text -> sent.put(name, name.equals("urgent") ? flag(text) : text));
    }
    Fields fields = Fields.of(sent);
    InboxQuery query = read(request.path("form"), fields, SearchWords.NONE);
    fields.end();
    return query;
  }

  /** The query in a body, whose reading the caller ends. */
  static InboxQuery inBody(String form, Fields fields) {
    SearchWords words =
        fields.optionalText("q", MOST_CHARACTERS).map(SearchWords::of).orElse(SearchWords.NONE);
    return read(form, fields, words);
  }

  private static InboxQuery read(String form, Fields fields, SearchWords words) {
    InboxQuery query =
        new InboxQuery(
            form,
            fields.oneOf("status", Where.RECEIVED),
            fields.oneOf("mark", Marked.ANY),
            fields.flag("urgent", false),
            fields.date("from"),
            fields.date("to"),
            words);
    if (query.from().isPresent() && query.to().filter(query.from().get()::isAfter).isPresent()) {
      fields.reject("to", "range", "This must not be before the first day.");
    }
    return query;
  }

  /** Anything else stays a text, and is refused as that. */
  private static Object flag(String text) {
    return text.equals("true") || text.equals("false") ? (Object) text.equals("true") : text;
  }

  boolean matches(InboxItem item) {
    Submission submission = item.submission();
    return (status == Where.ANY || status.name().equals(submission.status().name()))
        && (mark == Marked.ANY || mark.name().equals(item.mark().name()))
        && (!urgent || item.urgent())
        && words.areIn(submission);
  }

  /** The stretch of time, newest first, from behind a place where reading broke off. */
  InboxReader.Stretch stretch(Optional<String> place) {
    String newest =
        to.map(day -> SubmissionKeys.before(day.plusDays(1))).orElse(SubmissionKeys.NEWEST);
    return new InboxReader.Stretch(
        true, place.orElse(newest), from.map(SubmissionKeys::before).orElse(""));
  }

  /** What a cursor is bound to. */
  String binding(String list, String caller) {
    return String.join(
        "\n",
        List.of(
            list,
            caller,
            form,
            status.name(),
            mark.name(),
            "" + urgent,
            "" + from,
            "" + to,
            "" + words));
  }
}
