package org.alike.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.alike.kernel.Json;

/**
 * The columns of a form's spreadsheet: what is known of every submission, then a column for each
 * field of the form in its order, then for each other name that was met; and one for what has no
 * column, so that nothing is left out. Pure.
 *
 * @param names of the fields that have a column
 */
record Columns(List<String> names) {
  /** Names that begin so are none of a form's own fields. */
  private static final List<String> KNOWN =
      List.of(
          "_id",
          "_receivedAt",
          "_status",
          "_mark",
          "_urgent",
          "_reasons",
          "_language",
          "_subject",
          "_replyTo");

  private static final String OTHER = "_other";
  private static final String BETWEEN = "; ";
  private static final int MOST_OTHERS = 200;

  Columns {
    names = List.copyOf(names);
  }

  /** The columns for these submissions and those to come. */
  static Columns of(FormDefinition form, Collection<InboxItem> items) {
    Set<String> taken = new HashSet<>(KNOWN);
    taken.add(OTHER);
    Set<String> names = new LinkedHashSet<>();
    form.fields().stream()
        .map(Field::name)
        .filter(name -> taken.add(Csv.safe(name)))
        .forEach(names::add);
    items.stream()
        .flatMap(item -> item.submission().values().stream())
        .map(Submission.Value::name)
        .distinct()
        .filter(name -> taken.add(Csv.safe(name)))
        .limit(MOST_OTHERS)
        .forEach(names::add);
    return new Columns(List.copyOf(names));
  }

  String header() {
    List<String> cells = new ArrayList<>(KNOWN);
    cells.addAll(names);
    cells.add(OTHER);
    return Csv.row(cells);
  }

  /** A submission's row; of a field that was sent several times all values, in their order. */
  String row(InboxItem item) {
    Map<String, String> values = new LinkedHashMap<>();
    names.forEach(name -> values.put(name, ""));
    Set<String> seen = new HashSet<>();
    List<Map<String, Object>> others = new ArrayList<>();
    for (Submission.Value value : item.submission().values()) {
      if (!values.containsKey(value.name())) {
        others.add(Json.of("name", value.name(), "value", value.value()));
      } else if (seen.add(value.name())) {
        values.put(value.name(), item.submission().said(value));
      } else {
        String said = item.submission().said(value);
        values.merge(value.name(), said, (one, more) -> one + BETWEEN + more);
      }
    }
    List<String> cells = known(item);
    cells.addAll(values.values());
    cells.add(others.isEmpty() ? "" : Json.write(others));
    return Csv.row(cells);
  }

  private static List<String> known(InboxItem item) {
    Submission submission = item.submission();
    return new ArrayList<>(
        List.of(
            submission.id(),
            submission.receivedAt().toString(),
            submission.status().name().toLowerCase(Locale.ROOT),
            item.mark() == Mark.NONE ? "" : item.mark().word(),
            item.urgent() ? "true" : "",
            String.join(BETWEEN, submission.reasons()),
            submission.language().orElse(""),
            submission.subject().orElse(""),
            submission.replyTo().orElse("")));
  }
}
