package org.alike.forms;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.alike.kernel.Repeat;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Outcome;
import org.alike.store.Query;
import org.alike.store.Write;

/** Submissions in the feature's table. Thread-safe. */
final class DynamoSubmissionStore implements SubmissionStore {
  private static final String SORT = "SUBMISSION";
  private final DynamoTable table;
  private final Clock clock;

  DynamoSubmissionStore(DynamoTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public String keep(Submission submission, String sameness, Instant until, Repeat<String> repeat) {
    Item same =
        Item.of(Key.of("SAME#" + sameness, "SAME"))
            .with("submission", submission.id())
            .expiring(until);
    List<Write> writes = new ArrayList<>();
    writes.add(Write.put(item(submission)).ifAbsent());
    writes.add(
        Write.put(same)
            .when("attribute_not_exists(#pk) OR #expires <= ?", clock.instant().getEpochSecond()));
    submission
        .sender()
        .map(sender -> Item.of(bySender(sender, submission.id())).expiring(submission.expires()))
        .map(Write::put)
        .ifPresent(writes::add);
    Outcome outcome = table.write(writes, repeat.marker(submission.id()));
    if (outcome.done()) {
      return submission.id();
    }
    String first = outcome.existing().orElseThrow().text("submission");
    // So that the request's key keeps its answer even after the content may be sent anew.
    repeat.marker(first).ifPresent(marker -> table.write(List.of(), Optional.of(marker)));
    return first;
  }

  @Override
  public void eraseSignups(String sender) {
    Query all = Query.partition(bySender(sender, "").partition()).consistently();
    for (Item entry : table.query(all).items()) {
      table.write(Write.delete(key(entry.key().sort())), Write.delete(entry.key()));
    }
  }

  private static Key key(String submission) {
    return Key.of("SUBMISSION#" + submission, SORT);
  }

  private static Key bySender(String sender, String submission) {
    return Key.of("SENDER#" + sender, submission);
  }

  /** Values as one flat list of name, value, name, value: JSON in a text could outgrow an item. */
  static Item item(Submission submission) {
    List<String> values = new ArrayList<>();
    submission.values().forEach(value -> values.addAll(List.of(value.name(), value.value())));
    return Item.of(key(submission.id()))
        .with("form", submission.form())
        .with("purpose", submission.purpose().word())
        .with("status", submission.status().name().toLowerCase(Locale.ROOT))
        .with("reason", submission.reason())
        .with("values", values)
        .with("language", submission.language())
        .with("subject", submission.subject())
        .with("replyTo", submission.replyTo())
        .with("receivedAt", submission.receivedAt().toString())
        .expiring(submission.expires());
  }

  /** The submission that an item of the table is; empty for the table's other items. */
  static Optional<Submission> submission(Item item) {
    if (!item.key().sort().equals(SORT)) {
      return Optional.empty();
    }
    List<String> texts = item.texts("values");
    List<Submission.Value> values = new ArrayList<>();
    for (int i = 0; i < texts.size(); i += 2) {
      values.add(new Submission.Value(texts.get(i), texts.get(i + 1)));
    }
    return Optional.of(
        new Submission(
            item.key().partition().substring("SUBMISSION#".length()),
            item.text("form"),
            Purpose.of(item.text("purpose")),
            Submission.Status.valueOf(item.text("status").toUpperCase(Locale.ROOT)),
            item.find("reason"),
            values,
            item.find("language"),
            item.find("subject"),
            item.find("replyTo"),
            Instant.parse(item.text("receivedAt")),
            Instant.ofEpochSecond(item.number("expires"))));
  }
}
