package org.alike.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.alike.kernel.Ids;
import org.alike.kernel.Marker;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Query;
import org.alike.store.Write;

/** Members in the feature's table. Thread-safe. */
final class DynamoMemberStore implements MemberStore, WordStore {
  /** A transaction has room for so many decisions; the few who made more wait for the sweep. */
  private static final int SWEPT_AT_ONCE = 50;

  private final DynamoTable table;

  DynamoMemberStore(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Link link(Token token, Instant now) {
    Optional<Item> link = table.get(Keys.token(token.digest()));
    if (link.isEmpty()) {
      return new Link.Unknown();
    }
    return link.filter(found -> StoredLink.isOpen(found, now))
        .flatMap(open -> table.get(Keys.pending(open.text("mailbox"))))
        .filter(pending -> pending.text("token").equals(token.digest()))
        .<Link>map(pending -> new Link.Open(signup(pending)))
        .orElseGet(Link.Spent::new);
  }

  @Override
  public boolean join(Member member, Token token, Optional<Marker> marker) {
    String digest = token.digest();
    Key pending = Keys.pending(member.mailbox().digest());
    List<Write> writes = new ArrayList<>();
    writes.add(Write.put(StoredMember.item(member)).ifAbsent());
    writes.add(
        Write.put(Item.of(Keys.claim(member.mailbox())).with("member", member.id())).ifAbsent());
    writes.add(Write.put(StoredMember.consent(member)).ifAbsent());
    writes.add(Write.delete(pending).when("#token = ?", digest));
    writes.add(
        Write.put(StoredLink.spent(digest, member.joined())).when("#state = ?", StoredLink.OPEN));
    UnknownWords.of(member.profile())
        .ifPresent(words -> writes.add(Write.put(StoredWords.item(member.id(), words))));
    return table.write(writes, marker).done();
  }

  @Override
  public Optional<Member> find(String id) {
    return table.get(Keys.profile(id)).flatMap(StoredMember::member);
  }

  @Override
  public boolean replace(Member before, Member after) {
    List<Write> writes = new ArrayList<>();
    writes.add(Write.put(StoredMember.item(after)).when("#version = ?", before.version()));
    if (after.consent().number() > before.consent().number()) {
      writes.add(Write.put(StoredMember.consent(after)).ifAbsent());
    }
    Optional<UnknownWords> words = UnknownWords.of(after.profile());
    if (!words.equals(UnknownWords.of(before.profile()))) {
      writes.add(
          words
              .map(some -> Write.put(StoredWords.item(after.id(), some)))
              .orElseGet(() -> Write.delete(Keys.words(after.id()))));
    }
    return table.write(writes, Optional.empty()).done();
  }

  @Override
  public List<Consent> consents(String id) {
    Query history = Query.partition(Keys.profile(id).partition()).startingWith(Keys.CONSENT);
    return table.query(history.consistently()).items().stream()
        .map(StoredProfile::consent)
        .toList();
  }

  @Override
  public Optional<String> owner(Mailbox mailbox) {
    return table.get(Keys.claim(mailbox)).map(claim -> claim.text("member"));
  }

  @Override
  public boolean erase(Member member, Instant now, Instant until) {
    Item tombstone = StoredMember.tombstone(member, now, until);
    List<Write> writes = new ArrayList<>();
    writes.add(Write.put(tombstone).when("#version = ?", member.version()));
    int consents = member.consent().number();
    for (int number = Math.max(1, consents - SWEPT_AT_ONCE + 1); number <= consents; number++) {
      writes.add(Write.delete(Keys.consent(member.id(), number)));
    }
    UnknownWords.of(member.profile())
        .ifPresent(words -> writes.add(Write.delete(Keys.words(member.id()))));
    writes.add(Write.delete(Keys.claim(member.mailbox())));
    writes.add(closing(member.mailbox(), now));
    writes.add(Write.delete(Keys.pending(member.mailbox().digest())));
    table
        .get(Keys.latest(member.mailbox()))
        .flatMap(latest -> latest.find("letter"))
        .ifPresent(letter -> writes.add(Write.delete(Keys.letter(letter))));
    return table.write(writes, Optional.empty()).done();
  }

  /** Signups that were sent before the erasure and arrive after it count as old ones. */
  private static Write closing(Mailbox mailbox, Instant now) {
    MailQuota fresh = MailQuota.FRESH;
    return Write.update(
        Keys.latest(mailbox),
        "SET #submission = ?, #expires = ?, #day = if_not_exists(#day, ?),"
            + " #mails = if_not_exists(#mails, ?), #last = if_not_exists(#last, ?)",
        Ids.lastOf(now),
        now.plus(DynamoSignupStore.REMEMBERED).getEpochSecond(),
        fresh.day().toString(),
        fresh.mails(),
        fresh.last().toString());
  }

  @Override
  public void eachWords(Consumer<UnknownWords> reader) {
    for (int partition = 0; partition < Keys.WORDS_PARTITIONS; partition++) {
      table.query(Query.partition(Keys.words(partition))).items().stream()
          .map(StoredWords::words)
          .forEach(reader);
    }
  }

  private static Signup signup(Item pending) {
    return new Signup(
        pending.text("submission"),
        StoredProfile.mailbox(pending),
        StoredProfile.profile(pending),
        StoredProfile.consent(pending));
  }
}
