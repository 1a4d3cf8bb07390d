package org.alike.forms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.alike.kernel.Failure;
import org.alike.kernel.Ids;
import org.alike.kernel.Marker;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Page;
import org.alike.store.Query;
import org.alike.store.Write;

/**
 * Keeps what became of deliveries: one item for each submission, and entries for those that are due
 * and those that are dead, which change with it in one transaction. Where everything arrives at
 * once there is no entry, and writing costs a single unit. Thread-safe.
 */
final class DeliveryStore {
  private static final String PREFIX = "D#";
  private static final String STAGES = "stages";
  private static final String PARTS = "parts";
  private static final String TAKEN = "taken";
  private static final String VERSION = "version";
  private static final String EXPIRES = "expires";
  private static final int ATTEMPTS = 8;

  /** The stream may take so long. */
  private static final Duration LATE = Duration.ofMinutes(5);

  /** Nobody looks at those of a form of which nobody hears. */
  private static final Duration REMEMBERED = Duration.ofDays(2);

  private final DynamoTable table;

  DeliveryStore(DynamoTable table) {
    this.table = table;
  }

  Optional<Delivery> find(String form, String submission) {
    return table.get(key(form, submission)).map(item -> delivery(form, item));
  }

  /** The item of the submission, whatever became of it. */
  Optional<Item> submission(String form, String submission) {
    return table.get(SubmissionKeys.submission(form, submission));
  }

  /**
   * Writes a delivery over the one before.
   *
   * @param before what was read; of version 0 when there was none
   * @return false when it is another one by now
   */
  boolean save(Delivery before, Delivery after, Optional<Marker> marker) {
    List<Write> writes = new ArrayList<>();
    Write put = Write.put(item(after));
    writes.add(
        before.version() == 0
            ? put.ifAbsent().recognised()
            : put.when("#version = ?", before.version()));
    Optional<Key> due = dueKey(before);
    Optional<Key> next = dueKey(after);
    if (!due.equals(next)) {
      due.ifPresent(key -> writes.add(Write.delete(key)));
      next.ifPresent(key -> writes.add(Write.put(Item.of(key).expiring(after.expires()))));
    }
    boolean dead = after.has(Part.State.DEAD);
    if (dead != before.has(Part.State.DEAD)) {
      Key key = Key.of(dead(after.form()), after.submission());
      writes.add(dead ? Write.put(Item.of(key).expiring(after.expires())) : Write.delete(key));
    }
    return table.write(writes, marker).done();
  }

  boolean save(Delivery before, Delivery after) {
    return save(before, after, Optional.empty());
  }

  /**
   * Changes a delivery, on whatever others make of it at the same time.
   *
   * @param read as it was read
   * @param change gives the same one back when there is nothing to change
   */
  void change(Delivery read, UnaryOperator<Delivery> change) {
    Delivery before = read;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Delivery after = change.apply(before);
      if (after.equals(before) || save(before, after)) {
        return;
      }
      before = find(read.form(), read.submission()).orElse(read);
    }
    throw Failure.unavailable(1);
  }

  /** What of a form is due by now, the longest first; at most so many. */
  List<Due> due(String form, Instant now, int most) {
    return table.query(Query.partition(due(form)).limit(most).consistently()).items().stream()
        .map(item -> Due.of(form, item.key()))
        .filter(due -> !due.at().isAfter(now))
        .toList();
  }

  /** Forgets an entry that leads to nothing. */
  void drop(Due due) {
    table.write(Write.delete(due.key()));
  }

  /** Some of a form's deliveries of which something is due, the longest first, or dead. */
  Page waiting(String form, Part.State state, Optional<List<String>> after, int limit) {
    Query all = Query.partition(state == Part.State.DUE ? due(form) : dead(form));
    Query some = (state == Part.State.DUE ? all : all.descending()).limit(limit);
    return table.query(after.map(some::after).orElse(some));
  }

  /** Those of these submissions that are there, in this order. */
  List<Delivery> all(String form, List<String> submissions) {
    var found =
        table.getAllEventually(submissions.stream().map(id -> key(form, id)).toList()).stream()
            .map(item -> delivery(form, item))
            .collect(Collectors.toMap(Delivery::submission, Function.identity()));
    return submissions.stream()
        .distinct()
        .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
        .toList();
  }

  /** The deliveries in a part of a form's inbox of submissions that came after this moment. */
  List<Delivery> since(String form, int shard, Instant from) {
    String partition = SubmissionKeys.inbox(form, shard);
    Query all = Query.partition(partition).startingWith(PREFIX);
    return table.query(all.after(List.of(partition, PREFIX + Ids.lastOf(from)))).items().stream()
        .map(item -> delivery(form, item))
        .toList();
  }

  /** What in a part of a form's inbox is to be told and came between these moments. */
  List<Deliverable> between(String form, int shard, Instant from, Instant to) {
    String partition = SubmissionKeys.inbox(form, shard);
    String last = Ids.lastOf(to);
    List<Deliverable> between = new ArrayList<>();
    for (String day : SubmissionKeys.days(from, to)) {
      Query all = Query.partition(partition).startingWith(day + "#");
      boolean first = day.equals(SubmissionKeys.day(from));
      Query some = first ? all.after(List.of(partition, day + "#" + Ids.lastOf(from))) : all;
      table.query(some).items().stream()
          .flatMap(item -> Deliverable.of(item).stream())
          .filter(each -> each.submission().id().compareTo(last) < 0)
          .forEach(between::add);
    }
    return between;
  }

  /**
   * What makes sure, as part of another write, that somebody looks whether a submission that has
   * just reached another stage was told of.
   */
  static Write reminder(Submission submission, Instant now) {
    Due due = new Due(submission.form(), submission.id(), now.plus(LATE));
    return Write.put(Item.of(due.key()).expiring(now.plus(REMEMBERED)));
  }

  static Key key(String form, String submission) {
    return Key.of(SubmissionKeys.submission(form, submission).partition(), PREFIX + submission);
  }

  private static String due(String form) {
    return "DUE#" + form;
  }

  private static String dead(String form) {
    return "DEAD#" + form;
  }

  private static Optional<Key> dueKey(Delivery delivery) {
    return delivery.due().map(at -> new Due(delivery.form(), delivery.submission(), at).key());
  }

  /**
   * An entry for a delivery of which something is due.
   *
   * @param at when
   */
  record Due(String form, String submission, Instant at) {
    private static final String TIME = "%012d#";

    /** Where it lies: in order of time. */
    Key key() {
      return Key.of(due(form), TIME.formatted(at.getEpochSecond()) + submission);
    }

    /** Whether it is the entry for this moment. */
    boolean isAt(Instant moment) {
      return at.getEpochSecond() == moment.getEpochSecond();
    }

    static Due of(String form, Key key) {
      int end = key.sort().indexOf('#');
      Instant at = Instant.ofEpochSecond(Long.parseLong(key.sort().substring(0, end)));
      return new Due(form, key.sort().substring(end + 1), at);
    }
  }

  private static Item item(Delivery delivery) {
    Item item =
        Item.of(key(delivery.form(), delivery.submission()))
            .with(STAGES, delivery.stages().stream().sorted().map(Stage::word).toList())
            .with(PARTS, delivery.parts().stream().map(Part::text).toList())
            .with(VERSION, delivery.version())
            .expiring(delivery.expires());
    return delivery.taken().map(at -> item.with(TAKEN, at.getEpochSecond())).orElse(item);
  }

  private static Delivery delivery(String form, Item item) {
    return new Delivery(
        form,
        item.key().sort().substring(PREFIX.length()),
        item.texts(STAGES).stream()
            .map(word -> Stage.valueOf(word.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet()),
        item.texts(PARTS).stream().map(Part::of).toList(),
        item.findNumber(TAKEN).map(Instant::ofEpochSecond),
        item.number(VERSION),
        Instant.ofEpochSecond(item.number(EXPIRES)));
  }
}
