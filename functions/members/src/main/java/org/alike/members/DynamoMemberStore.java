package org.alike.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.alike.kernel.Marker;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Query;
import org.alike.store.Write;

/** Members in the feature's table. Thread-safe. */
final class DynamoMemberStore implements MemberStore, WordStore {
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
    Optional<Item> working = link.filter(found -> StoredLink.isOpen(found, now));
    Optional<String> member = working.flatMap(found -> found.find("member"));
    if (member.isPresent()) {
      return new Link.Move(member.get());
    }
    return working
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
    return table.get(MemberKeys.profile(id)).flatMap(StoredMember::member);
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
    Query history = Query.partition(MemberKeys.partition(id)).startingWith(MemberKeys.CONSENT);
    return table.query(history.consistently()).items().stream()
        .map(StoredProfile::consent)
        .toList();
  }

  @Override
  public Optional<String> owner(Mailbox mailbox) {
    return table.get(Keys.claim(mailbox)).map(claim -> claim.text("member"));
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
        pending.findNumber("version").orElse(1L),
        StoredProfile.mailbox(pending),
        StoredProfile.profile(pending),
        StoredProfile.consent(pending));
  }
}
