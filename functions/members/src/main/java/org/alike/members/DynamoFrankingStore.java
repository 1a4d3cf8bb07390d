package org.alike.members;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alike.store.DynamoTable;
import org.alike.store.Outcome;
import org.alike.store.Write;

/** Counts letters in the feature's table. Thread-safe. */
final class DynamoFrankingStore implements FrankingStore {
  private final DynamoTable table;
  private final Clock clock;

  DynamoFrankingStore(DynamoTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Counted count(Letter letter, Mailbox mailbox, MailQuota seen, MailQuota next) {
    return write(
        List.of(
            StoredLetter.franking(letter),
            StoredQuota.counted(mailbox, seen, next, clock.instant())));
  }

  @Override
  public Counted renew(Letter letter, Mailbox mailbox, Standing seen, MailQuota next) {
    Instant now = clock.instant();
    String old = seen.pending().orElseThrow().token();
    String token = letter.token().orElseThrow().digest();
    return write(
        List.of(
            StoredLetter.franking(letter),
            StoredQuota.counted(mailbox, seen.quota(), next, now),
            Write.update(
                    Keys.pending(mailbox.digest()),
                    "SET #token = ?, #expires = ?",
                    token,
                    letter.expires().getEpochSecond())
                .when("#token = ?", old),
            Write.put(StoredLink.open(token, mailbox.digest(), letter.expires())),
            Write.put(StoredLink.spent(old, now)),
            Write.check(Keys.claim(mailbox), "attribute_not_exists(#pk)")));
  }

  private Counted write(List<Write> writes) {
    Outcome outcome = table.write(writes, Optional.empty());
    if (outcome.done()) {
      return Counted.NOW;
    }
    return outcome.refusedAt(0) ? Counted.BEFORE : Counted.STALE;
  }
}
