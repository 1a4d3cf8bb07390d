package org.alike.members;

import java.time.Instant;
import java.util.Optional;
import org.alike.store.Item;

/** A member as the table keeps it, and what stays of it for a while after it was erased. */
final class StoredMember {
  static final String VERSION = "version";
  private static final String ERASED = "erased";

  private StoredMember() {}

  static Item item(Member member) {
    Item item =
        Item.of(Keys.profile(member.id()))
            .with(VERSION, member.version())
            .with("joined", member.joined().toString())
            .with("changed", member.changed().toString());
    return StoredProfile.with(item, member.mailbox(), member.profile(), member.consent());
  }

  /** The member's newest decision, for the history that is only ever added to. */
  static Item consent(Member member) {
    Consent consent = member.consent();
    return StoredProfile.withConsent(Item.of(Keys.consent(member.id(), consent.number())), consent);
  }

  static Item tombstone(Member member, Instant now, Instant until) {
    return Item.of(Keys.profile(member.id()))
        .with(VERSION, member.version() + 1)
        .with(ERASED, now.toString())
        .expiring(until);
  }

  static Optional<Instant> erased(Item item) {
    return item.find(ERASED).map(Instant::parse);
  }

  /** The member that an item is; empty for a tombstone and for the table's other items. */
  static Optional<Member> member(Item item) {
    if (!Keys.isProfile(item.key()) || erased(item).isPresent()) {
      return Optional.empty();
    }
    Instant joined = Instant.parse(item.text("joined"));
    return Optional.of(
        new Member(
            Keys.member(item.key()),
            StoredProfile.mailbox(item),
            StoredProfile.profile(item),
            StoredProfile.consent(item),
            joined,
            item.find("changed").map(Instant::parse).orElse(joined),
            item.number(VERSION)));
  }
}
