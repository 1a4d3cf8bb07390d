package org.alike.members;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Marker;
import org.alike.store.DynamoTable;
import org.alike.store.Query;
import org.alike.store.Write;

/** The outbox in the feature's table. Thread-safe. */
final class DynamoOutbox implements Outbox {
  /** Longer than a mail can take to be sent, shorter than anybody's patience. */
  private static final Duration TAKEN = Duration.ofMinutes(2);

  private static final int MOST_OF_A_PARTITION = 50;
  private static final String TAKEN_UNTIL = "takenUntil";
  private final DynamoTable table;

  DynamoOutbox(DynamoTable table) {
    this.table = table;
  }

  @Override
  public void put(Letter letter, Optional<Marker> marker, Instant now) {
    Write put =
        Write.put(StoredLetter.item(letter))
            .when("attribute_not_exists(#pk) OR #expires <= ?", now.getEpochSecond());
    table.write(List.of(put), marker);
  }

  /** Those that were never tried come first: letters that are refused again hold nobody up. */
  @Override
  public List<Letter> waiting(Instant now) {
    List<Letter> waiting = new ArrayList<>();
    for (int partition = 0; partition < Keys.OUTBOX_PARTITIONS; partition++) {
      table.query(Query.partition(Keys.outbox(partition))).items().stream()
          .filter(item -> item.number(TAKEN_UNTIL) <= now.getEpochSecond())
          .sorted(Comparator.comparing(item -> item.number(TAKEN_UNTIL)))
          .limit(MOST_OF_A_PARTITION)
          .flatMap(item -> StoredLetter.letter(item).stream())
          .forEach(waiting::add);
    }
    return waiting;
  }

  @Override
  public boolean take(Letter letter, Instant now) {
    return table
        .write(
            Write.update(
                    Keys.letter(letter.id()),
                    "SET #takenUntil = ?",
                    now.plus(TAKEN).getEpochSecond())
                .when(
                    "attribute_exists(#pk)"
                        + " AND (attribute_not_exists(#takenUntil) OR #takenUntil <= ?)",
                    now.getEpochSecond()))
        .done();
  }

  @Override
  public void putBack(Letter letter) {
    table.write(
        Write.update(Keys.letter(letter.id()), "SET #takenUntil = ?", 0)
            .when("attribute_exists(#pk)"));
  }

  @Override
  public void remove(Letter letter) {
    table.write(Write.delete(Keys.letter(letter.id())));
  }
}
