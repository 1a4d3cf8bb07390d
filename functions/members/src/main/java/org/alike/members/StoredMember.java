package org.alike.members;

import java.time.Instant;
import java.util.Optional;
import org.alike.store.Item;
import org.alike.store.Write;

/** A member as the table keeps it, and what stays of it for a while after it was erased. */
final class StoredMember {
  static final String VERSION = "version";
  static final String POSTS = "posts";
  private static final String ERASED = "erased";

  private StoredMember() {}

  static Item item(Member member) {
    Item item =
        Item.of(MemberKeys.profile(member.id()))
            .with(VERSION, member.version())
            .with("joined", member.joined().toString())
            .with("changed", member.changed().toString());
    return StoredProfile.with(item, member.mailbox(), member.profile(), member.consent());
  }

  /** The member's newest decision, for the history that is only ever added to. */
  static Item consent(Member member) {
    Consent consent = member.consent();
    return StoredProfile.withConsent(
        Item.of(MemberKeys.consent(member.id(), consent.number())), consent);
  }

  static Item tombstone(Member member, PostsChoice posts, Instant now, Instant until) {
    return Item.of(MemberKeys.profile(member.id()))
        .with(VERSION, member.version() + 1)
        .with(ERASED, now.toString())
        .with(POSTS, posts.word())
        .expiring(until);
  }

  /** The part of a transaction that refuses all of it when there is no such member any more. */
  static Write there(String id) {
    return Write.check(
        MemberKeys.profile(id), "attribute_exists(#pk) AND attribute_not_exists(#erased)");
  }

  /** The part of a transaction that refuses all of it when the member is no longer as seen. */
  static Write unchanged(Member member) {
    return Write.check(MemberKeys.profile(member.id()), "#version = ?", member.version());
  }

  /** The member's next version, which is reached at another address; refused unless as seen. */
  static Write moving(Member member, Mailbox to, Instant now) {
    return Write.update(
            MemberKeys.profile(member.id()),
            "SET #email = ?, #changed = ?, #version = ?",
            to.address(),
            now.toString(),
            member.version() + 1)
        .when("#version = ?", member.version());
  }

  static Optional<Instant> erased(Item item) {
    return item.find(ERASED).map(Instant::parse);
  }

  /** The member that an item is; empty for a tombstone and for the table's other items. */
  static Optional<Member> member(Item item) {
    if (!MemberKeys.isProfile(item.key()) || erased(item).isPresent()) {
      return Optional.empty();
    }
    Instant joined = Instant.parse(item.text("joined"));
    return Optional.of(
        new Member(
            MemberKeys.member(item.key()),
            StoredProfile.mailbox(item),
            StoredProfile.profile(item),
            StoredProfile.consent(item),
            joined,
            item.find("changed").map(Instant::parse).orElse(joined),
            item.number(VERSION)));
  }
}
