package org.alike.forms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.alike.kernel.Repeat;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Outcome;
import org.alike.store.Query;
import org.alike.store.Write;

/** Submissions in the feature's table. Thread-safe. */
final class DynamoSubmissionStore implements SubmissionStore {
  private static final String FORM = "form";
  private static final String STATUS = "status";
  private static final String URGENT = "urgent";
  static final String GONE = "gone";

  /** Longer than a request's key is remembered: until then a late repeat must find something. */
  private static final Duration GONE_FOR = Duration.ofHours(25);

  private final DynamoTable table;
  private final Claims claims;
  private final DeliveryVersions deliveries;
  private final Clock clock;

  DynamoSubmissionStore(DynamoTable table, Clock clock) {
    this.table = table;
    this.claims = new Claims(table, clock);
    this.deliveries = new DeliveryVersions(new DeliverySettingsStore(table), clock);
    this.clock = clock;
  }

  @Override
  public String keep(
      Submission submission, Trace trace, Repeat<String> repeat, Consumer<String> beforehand) {
    return keep(submission, trace, repeat, beforehand, Optional.empty());
  }

  @Override
  public String keep(
      Submission submission,
      Trace trace,
      Repeat<String> repeat,
      Consumer<String> beforehand,
      Optional<PartialToken> partial) {
    String id = claims.claim(submission, trace, repeat);
    beforehand.accept(id);
    Submission kept = submission.as(id);
    Optional<Item> bySender =
        kept.sender()
            .map(sender -> Item.of(SubmissionKeys.bySender(sender, id)).with(FORM, kept.form()))
            .map(entry -> entry.expiring(kept.expires()));
    bySender.map(Write::put).ifPresent(table::write);
    Item item = item(kept);
    Item marked =
        deliveries.of(kept).map(version -> item.with(Deliverable.DELIVER, version)).orElse(item);
    // Where one is there already, it is the same one, or was until it was deleted.
    Outcome outcome = put(marked, kept.form(), partial);
    if (outcome.existing().filter(there -> there.text(STATUS).equals(GONE)).isPresent()) {
      // Whoever takes submissions may not delete; what has expired is seen by nobody.
      bySender.map(entry -> Write.put(entry.expiring(clock.instant()))).ifPresent(table::write);
    }
    return id;
  }

  /** What was saved before goes in the same transaction; nobody pays for one without it. */
  private Outcome put(Item submission, String form, Optional<PartialToken> partial) {
    Write put = Write.put(submission).ifAbsent().recognised();
    Optional<Write> forget =
        partial
            .filter(PartialToken::isWellFormed)
            .flatMap(token -> table.get(DynamoPartialStore.key(token)))
            .filter(item -> DynamoPartialStore.isOf(item, form))
            .map(item -> Write.put(Item.of(item.key()).expiring(clock.instant())));
    if (forget.isEmpty()) {
      return table.write(put);
    }
    Outcome outcome = table.write(put, forget.get());
    if (!outcome.done()) {
      table.write(forget.get());
    }
    return outcome;
  }

  @Override
  public List<Trace> recent(String form, String network, Period period, Limit limit) {
    int most = limit.traces();
    List<Trace> recent = new ArrayList<>(claims.traces(form, network, period, most));
    if (recent.size() < most && period.reachesBack(limit.within())) {
      claims.traces(form, network, period.before(), most - recent.size()).stream()
          .filter(earlier -> recent.stream().noneMatch(earlier::isOf))
          .forEach(recent::add);
    }
    return recent;
  }

  @Override
  public void eraseSignups(String sender) {
    Query all = Query.partition(SubmissionKeys.bySender(sender, "").partition()).consistently();
    for (Item entry : table.query(all).items()) {
      Key key = SubmissionKeys.submission(entry.text(FORM), entry.key().sort());
      table.write(Write.put(gone(key, clock.instant())), Write.delete(entry.key()));
    }
  }

  /** What stays of a deleted submission for a while, so that nothing late brings it back. */
  static Item gone(Key key, Instant now) {
    return Item.of(key)
        .with(STATUS, GONE)
        .with("changedAt", now.toString())
        .expiring(now.plus(GONE_FOR));
  }

  /** Values as one flat list of name, value, name, value: JSON in a text could outgrow an item. */
  static List<String> flat(List<Submission.Value> values) {
    List<String> flat = new ArrayList<>();
    values.forEach(value -> flat.addAll(List.of(value.name(), value.value())));
    return flat;
  }

  static Item item(Submission submission) {
    Item item =
        Item.of(SubmissionKeys.submission(submission.form(), submission.id()))
            .with("purpose", submission.purpose().word())
            .with(STATUS, submission.status().name().toLowerCase(Locale.ROOT))
            .with("values", flat(submission.values()))
            .with("language", submission.language())
            .with("subject", submission.subject())
            .with("replyTo", submission.replyTo())
            .with("receivedAt", submission.receivedAt().toString())
            .expiring(submission.expires());
    Item filed =
        submission.files().isEmpty()
            ? item
            : item.with("files", Attachment.flat(submission.files()));
    Item marked = submission.urgent() ? filed.with(URGENT, true) : filed;
    return submission.reasons().isEmpty() ? marked : marked.with("reasons", submission.reasons());
  }

  /** The submission that an item of the table is; empty for the table's other items. */
  static Optional<Submission> submission(Item item) {
    Key key = item.key();
    if (!SubmissionKeys.isSubmission(key) || item.text(STATUS).equals(GONE)) {
      return Optional.empty();
    }
    List<String> texts = item.texts("values");
    List<Submission.Value> values = new ArrayList<>();
    for (int i = 0; i < texts.size(); i += 2) {
      values.add(new Submission.Value(texts.get(i), texts.get(i + 1)));
    }
    return Optional.of(
        new Submission(
            SubmissionKeys.id(key),
            SubmissionKeys.form(key),
            Purpose.of(item.text("purpose")),
            Submission.Status.valueOf(item.text(STATUS).toUpperCase(Locale.ROOT)),
            item.texts("reasons"),
            values,
            item.find("language"),
            item.find("subject"),
            item.find("replyTo"),
            Instant.parse(item.text("receivedAt")),
            Instant.ofEpochSecond(item.number("expires")),
            Attachment.of(item.texts("files")),
            item.flag(URGENT)));
  }
}
