package org.alike.members;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Outcome;
import org.alike.store.Write;

/** News in the feature's table. Thread-safe. */
final class DynamoNewsStore implements NewsStore {
  /** Longer than the bus may deliver an old week again. */
  private static final Duration REMEMBERED = Duration.ofDays(60);

  private final DynamoTable table;
  private final Clock clock;

  DynamoNewsStore(DynamoTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Written write(Member member, String week, Letter letter) {
    Item written =
        Item.of(MemberKeys.news(member.id()))
            .with("week", week)
            .expiring(clock.instant().plus(REMEMBERED));
    Outcome outcome =
        table.write(
            List.of(
                StoredMember.unchanged(member),
                Write.put(written).when("attribute_not_exists(#pk) OR #week < ?", week),
                Write.put(StoredLetter.item(letter))),
            Optional.empty());
    if (outcome.done()) {
      return Written.NOW;
    }
    return outcome.refusedAt(1) ? Written.BEFORE : Written.STALE;
  }
}
