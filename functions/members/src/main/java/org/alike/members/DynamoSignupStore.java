package org.alike.members;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Query;
import org.alike.store.Write;

/** Pending signups in the feature's table. Thread-safe. */
final class DynamoSignupStore implements SignupStore {
  /**
   * How long it is remembered which submission was the last one: longer than the bus may deliver an
   * old one again. It holds no address, and outlives even the member, so that a late copy of a
   * signup can't bring back what was erased.
   */
  static final Duration REMEMBERED = Duration.ofDays(7);

  private static final String WITHDRAWN = "withdrawn";
  private final DynamoTable table;
  private final Clock clock;

  DynamoSignupStore(DynamoTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Standing standing(Mailbox mailbox) {
    Query all = Query.partition(Keys.latest(mailbox).partition()).consistently();
    Map<Key, Item> items = new HashMap<>();
    table.query(all).items().forEach(item -> items.put(item.key(), item));
    Optional<Item> latest = Optional.ofNullable(items.get(Keys.latest(mailbox)));
    Optional<Item> pending = Optional.ofNullable(items.get(Keys.pending(mailbox.digest())));
    Optional<Item> claim = Optional.ofNullable(items.get(Keys.claim(mailbox)));
    return new Standing(
        latest.map(item -> item.text("submission")).orElse(""),
        latest.map(item -> item.number(WITHDRAWN)).orElse(0L),
        latest.map(StoredQuota::quota).orElse(MailQuota.FRESH),
        pending.map(DynamoSignupStore::pending),
        claim.map(item -> item.text("member")));
  }

  @Override
  public boolean await(Standing seen, Signup signup, Letter letter, MailQuota quota) {
    String token = letter.token().orElseThrow().digest();
    List<Write> writes = new ArrayList<>();
    writes.add(latest(seen, signup, quota, Optional.of(letter.id())));
    writes.add(Write.put(StoredLetter.item(letter)));
    writes.add(replacing(seen, Write.put(pending(signup, token, letter.expires()))));
    writes.add(Write.put(StoredLink.open(token, signup.mailbox().digest(), letter.expires())));
    writes.add(Write.check(Keys.claim(signup.mailbox()), "attribute_not_exists(#pk)"));
    seen.pending()
        .map(old -> StoredLink.spent(old.token(), clock.instant()))
        .map(Write::put)
        .ifPresent(writes::add);
    return table.write(writes, Optional.empty()).done();
  }

  /** What was withdrawn after it was seen must not be taken for what is to be replaced. */
  private Write replacing(Standing seen, Write put) {
    return seen.pending()
        .map(old -> put.when("#token = ?", old.token()))
        .orElseGet(
            () ->
                put.when(
                    "attribute_not_exists(#pk) OR #expires <= ?",
                    clock.instant().getEpochSecond()));
  }

  @Override
  public boolean amend(Standing seen, Signup signup) {
    Standing.Pending pending = seen.pending().orElseThrow();
    List<Write> writes =
        List.of(
            latest(seen, signup, seen.quota(), Optional.empty()),
            Write.put(pending(signup, pending.token(), pending.expires()))
                .when("#token = ?", pending.token()));
    return table.write(writes, Optional.empty()).done();
  }

  @Override
  public boolean tell(Standing seen, Signup signup, Letter letter, MailQuota quota) {
    List<Write> writes =
        List.of(
            latest(seen, signup, quota, Optional.of(letter.id())),
            Write.put(StoredLetter.item(letter)),
            Write.check(Keys.claim(signup.mailbox()), "#member = ?", seen.member().orElseThrow()));
    return table.write(writes, Optional.empty()).done();
  }

  @Override
  public boolean withdraw(String mailbox, String submission, long version) {
    Optional<Item> latest = table.get(Keys.latest(mailbox));
    Optional<Item> pending =
        table.get(Keys.pending(mailbox)).filter(item -> item.text("submission").equals(submission));
    if (pending.filter(item -> version(item) > version).isPresent()) {
      return true;
    }
    String last = latest.map(item -> item.text("submission")).orElse("");
    long before = latest.map(item -> item.number(WITHDRAWN)).orElse(0L);
    boolean known = last.equals(submission) && (before == 0 || before >= version);
    if (pending.isEmpty() && (last.compareTo(submission) > 0 || known)) {
      return true;
    }
    List<Write> writes = new ArrayList<>(List.of(withdrawn(mailbox, latest, submission, version)));
    pending.ifPresent(
        item -> {
          String token = item.text("token");
          writes.add(Write.delete(item.key()).when("#token = ?", token));
          writes.add(StoredLink.using(token, clock.instant()));
        });
    pending
        .flatMap(item -> latest)
        .flatMap(item -> item.find("letter"))
        .map(letter -> Write.delete(Keys.letter(letter)))
        .ifPresent(writes::add);
    return table.write(writes, Optional.empty()).done();
  }

  /** It counts as taken, even where it has not arrived yet. */
  private Write withdrawn(String mailbox, Optional<Item> latest, String submission, long version) {
    MailQuota quota = latest.map(StoredQuota::quota).orElse(MailQuota.FRESH);
    Instant now = clock.instant();
    return Write.update(
            Keys.latest(mailbox),
            "SET #submission = ?, #withdrawn = ?, #day = ?, #mails = ?, #last = ?, #expires = ?",
            submission,
            version,
            quota.day().toString(),
            quota.mails(),
            quota.last().toString(),
            now.plus(REMEMBERED).getEpochSecond())
        .when(
            "attribute_not_exists(#pk) OR #expires <= ? OR (#submission = ? AND #mails = ?)",
            now.getEpochSecond(),
            latest.map(item -> item.text("submission")).orElse(""),
            quota.mails());
  }

  private static long version(Item pending) {
    return pending.findNumber("version").orElse(1L);
  }

  /** Remembers the submission as the last one, and the letter, for whoever has to remove it. */
  private Write latest(Standing seen, Signup signup, MailQuota quota, Optional<String> letter) {
    Instant now = clock.instant();
    Key key = Keys.latest(signup.mailbox());
    String known =
        "attribute_not_exists(#pk) OR #expires <= ?"
            + " OR (#submission = ? AND #mails = ? AND #last = ?)";
    String change =
        "SET #submission = ?, #withdrawn = ?, #day = ?, #mails = ?, #last = ?, #expires = ?";
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                signup.submission(),
                0L,
                quota.day().toString(),
                quota.mails(),
                quota.last().toString(),
                now.plus(REMEMBERED).getEpochSecond()));
    letter.ifPresent(arguments::add);
    return Write.update(
            key, letter.isPresent() ? change + ", #letter = ?" : change, arguments.toArray())
        .when(
            known,
            now.getEpochSecond(),
            seen.submission(),
            seen.quota().mails(),
            seen.quota().last().toString());
  }

  private static Item pending(Signup signup, String token, Instant expires) {
    return StoredProfile.with(
            Item.of(Keys.pending(signup.mailbox().digest())),
            signup.mailbox(),
            signup.profile(),
            signup.consent())
        .with("submission", signup.submission())
        .with("version", signup.version())
        .with("token", token)
        .expiring(expires);
  }

  private static Standing.Pending pending(Item item) {
    return new Standing.Pending(
        item.text("submission"),
        version(item),
        item.text("token"),
        Instant.ofEpochSecond(item.number("expires")),
        StoredProfile.profile(item).shown().visibility());
  }
}
