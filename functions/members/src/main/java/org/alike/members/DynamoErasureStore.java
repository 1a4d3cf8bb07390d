package org.alike.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Ids;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Query;
import org.alike.store.Write;

/** Erases members from the feature's table. Thread-safe. */
final class DynamoErasureStore implements ErasureStore {
  /** DynamoDB takes 100 writes in a transaction; what goes together is less than ten. */
  private static final int FULL = 80;

  private final DynamoTable table;

  DynamoErasureStore(DynamoTable table) {
    this.table = table;
  }

  @Override
  public boolean begin(Member member, PostsChoice posts, Instant now, Instant until) {
    Mailbox mailbox = member.mailbox();
    Optional<String> letter =
        table.get(Keys.latest(mailbox)).flatMap(latest -> latest.find("letter"));
    List<Write> writes = new ArrayList<>();
    writes.add(
        Write.put(StoredMember.tombstone(member, posts, now, until))
            .when("#version = ?", member.version()));
    writes.add(Write.delete(Keys.claim(mailbox)));
    writes.add(closing(mailbox, letter, now));
    writes.add(Write.delete(Keys.pending(mailbox.digest())));
    writes.add(Write.delete(Keys.letter(Keys.resend(mailbox))));
    letter.ifPresent(id -> writes.add(Write.delete(Keys.letter(id))));
    UnknownWords.of(member.profile())
        .ifPresent(words -> writes.add(Write.delete(Keys.words(member.id()))));
    return table.write(writes, Optional.empty()).done();
  }

  /** Signups that were sent before the erasure and arrive after it count as old ones. */
  private static Write closing(Mailbox mailbox, Optional<String> letter, Instant now) {
    MailQuota fresh = MailQuota.FRESH;
    Write closing =
        Write.update(
            Keys.latest(mailbox),
            "SET #submission = ?, #expires = ?, #day = if_not_exists(#day, ?),"
                + " #mails = if_not_exists(#mails, ?), #last = if_not_exists(#last, ?)",
            Ids.lastOf(now),
            now.plus(DynamoSignupStore.REMEMBERED).getEpochSecond(),
            fresh.day().toString(),
            fresh.mails(),
            fresh.last().toString());
    return letter
        .map(seen -> closing.when("#letter = ?", seen))
        .orElseGet(
            () ->
                closing.when(
                    "attribute_not_exists(#letter) OR #expires <= ?", now.getEpochSecond()));
  }

  /** What goes together is in one transaction: a try that is cut short leaves no half behind. */
  @Override
  public void finish(String member) {
    if (table.get(MemberKeys.profile(member)).flatMap(StoredMember::member).isPresent()) {
      return;
    }
    List<Write> writes = new ArrayList<>();
    Query all = Query.partition(MemberKeys.partition(member)).consistently();
    for (Item item : table.query(all).items()) {
      if (!MemberKeys.isProfile(item.key())) {
        writes.addAll(Leftovers.of(member, item));
      }
      if (writes.size() >= FULL) {
        remove(writes);
      }
    }
    remove(writes);
  }

  private void remove(List<Write> writes) {
    if (!writes.isEmpty()) {
      table.write(writes, Optional.empty());
      writes.clear();
    }
  }
}
