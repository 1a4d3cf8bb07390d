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
  public boolean withdraw(String mailbox, String submission) {
    Optional<Item> latest = table.get(Keys.latest(mailbox));
    Optional<Item> pending = table.get(Keys.pending(mailbox));
    if (pending.isEmpty() || !pending.get().text("submission").equals(submission)) {
      return forestall(mailbox, latest, submission);
    }
    String token = pending.get().text("token");
    List<Write> writes = new ArrayList<>();
    writes.add(Write.delete(pending.get().key()).when("#token = ?", token));
    writes.add(StoredLink.using(token, clock.instant()));
    writes.add(
        latest
            .map(item -> Write.check(item.key(), "#submission = ?", item.text("submission")))
            .orElseGet(() -> Write.check(Keys.latest(mailbox), "attribute_not_exists(#pk)")));
    latest
        .flatMap(item -> item.find("letter"))
        .map(letter -> Write.delete(Keys.letter(letter)))
        .ifPresent(writes::add);
    return table.write(writes, Optional.empty()).done();
  }

  /** A signup that was withdrawn before it arrived counts as taken, unless a later one was. */
  private boolean forestall(String mailbox, Optional<Item> latest, String submission) {
    String last = latest.map(item -> item.text("submission")).orElse("");
    if (last.compareTo(submission) >= 0) {
      return true;
    }
    MailQuota quota = latest.map(StoredQuota::quota).orElse(MailQuota.FRESH);
    Write write =
        Write.update(
                Keys.latest(mailbox),
                "SET #submission = ?, #day = ?, #mails = ?, #last = ?, #expires = ?",
                submission,
                quota.day().toString(),
                quota.mails(),
                quota.last().toString(),
                clock.instant().plus(REMEMBERED).getEpochSecond())
            .when(
                "attribute_not_exists(#pk) OR #expires <= ? OR (#submission = ? AND #mails = ?)",
                clock.instant().getEpochSecond(),
                last,
                quota.mails());
    return table.write(write).done();
  }

  /** Remembers the submission as the last one, and the letter, for whoever has to remove it. */
  private Write latest(Standing seen, Signup signup, MailQuota quota, Optional<String> letter) {
    Instant now = clock.instant();
    Key key = Keys.latest(signup.mailbox());
    String known =
        "attribute_not_exists(#pk) OR #expires <= ?"
            + " OR (#submission = ? AND #mails = ? AND #last = ?)";
    String change = "SET #submission = ?, #day = ?, #mails = ?, #last = ?, #expires = ?";
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                signup.submission(),
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
        item.findNumber("version").orElse(1L),
        item.text("token"),
        Instant.ofEpochSecond(item.number("expires")),
        StoredProfile.profile(item).shown().visibility());
  }
}
