package org.alike.members;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Write;

/** Pending signups in the feature's table. Thread-safe. */
final class DynamoSignupStore implements SignupStore {
  /**
   * How long it is remembered which submission was the last one: longer than the bus may deliver an
   * old one again. It holds no address, and outlives even the member, so that a late copy of a
   * signup can't bring back what was erased.
   */
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final DynamoTable table;
  private final Clock clock;

  DynamoSignupStore(DynamoTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Standing standing(Mailbox mailbox) {
    Optional<Item> latest = table.get(Keys.latest(mailbox));
    Optional<Item> claim = table.get(Keys.claim(mailbox));
    return new Standing(
        latest.map(item -> item.text("submission")).orElse(""),
        latest.map(DynamoSignupStore::quota).orElse(MailQuota.FRESH),
        latest.flatMap(item -> item.find("letter")),
        latest.flatMap(item -> item.find("token")),
        claim.map(item -> item.text("member")));
  }

  @Override
  public boolean await(Standing seen, Signup signup, Letter letter, MailQuota quota) {
    String mailbox = signup.mailbox().digest();
    String token = letter.token().orElseThrow().digest();
    Item pending =
        StoredProfile.with(
                Item.of(Keys.pending(mailbox)),
                signup.mailbox(),
                signup.profile(),
                signup.consent())
            .with("submission", signup.submission())
            .with("token", token)
            .expiring(letter.expires());
    List<Write> writes = common(seen, signup, letter, quota);
    writes.add(Write.put(pending));
    writes.add(Write.put(StoredLink.open(token, mailbox, letter.expires())));
    writes.add(Write.check(Keys.claim(signup.mailbox()), "attribute_not_exists(#pk)"));
    seen.token()
        .map(old -> StoredLink.spent(old, clock.instant()))
        .map(Write::put)
        .ifPresent(writes::add);
    return table.write(writes, Optional.empty()).done();
  }

  @Override
  public boolean tell(Standing seen, Signup signup, Letter letter, MailQuota quota) {
    List<Write> writes = common(seen, signup, letter, quota);
    String member = seen.member().orElseThrow();
    writes.add(Write.check(Keys.claim(signup.mailbox()), "#member = ?", member));
    return table.write(writes, Optional.empty()).done();
  }

  /** Remembers the submission, and puts its letter in the place of one that was not sent yet. */
  private List<Write> common(Standing seen, Signup signup, Letter letter, MailQuota quota) {
    Instant now = clock.instant();
    Item latest =
        Item.of(Keys.latest(signup.mailbox()))
            .with("submission", signup.submission())
            .with("day", quota.day().toString())
            .with("mails", quota.mails())
            .with("last", quota.last().toString())
            .with("letter", letter.id())
            .with("token", letter.token().map(Token::digest))
            .expiring(now.plus(REMEMBERED));
    List<Write> writes = new ArrayList<>();
    writes.add(
        Write.put(latest)
            .when(
                "attribute_not_exists(#pk) OR #submission = ? OR #expires <= ?",
                seen.submission(),
                now.getEpochSecond()));
    writes.add(Write.put(StoredLetter.item(letter)));
    seen.letter().map(Keys::letter).map(Write::delete).ifPresent(writes::add);
    return writes;
  }

  private static MailQuota quota(Item latest) {
    return new MailQuota(
        LocalDate.parse(latest.text("day")),
        (int) latest.number("mails"),
        Instant.parse(latest.text("last")));
  }
}
