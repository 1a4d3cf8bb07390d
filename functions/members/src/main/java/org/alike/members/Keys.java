package org.alike.members;

import org.alike.store.Key;

/** The keys of the members' table; none of them shows an address or a secret. */
final class Keys {
  /** The outbox is a fixed number of partitions, so that it can be swept without a scan. */
  static final int OUTBOX_PARTITIONS = 8;

  /** A fixed number of partitions as well: the words of all members are read together. */
  static final int WORDS_PARTITIONS = 8;

  static final String PROFILE = "profile";
  static final String POST = "post#";
  static final String CONSENT = "consent#";
  private static final String OUTBOX = "outbox#";
  private static final String MEMBER = "member#";
  private static final String WORDS = "words#";

  private Keys() {}

  /** What became of the mailbox's signups so far. */
  static Key latest(Mailbox mailbox) {
    return Key.of("email#" + mailbox.digest(), "latest");
  }

  /** The mailbox's pending signup, by the mailbox's digest. */
  static Key pending(String digest) {
    return Key.of("email#" + digest, "pending");
  }

  /** Whom the mailbox belongs to. */
  static Key claim(Mailbox mailbox) {
    return Key.of("email#" + mailbox.digest(), "claim");
  }

  static Key token(String digest) {
    return Key.of("token#" + digest, "token");
  }

  static Key profile(String member) {
    return Key.of(MEMBER + member, PROFILE);
  }

  static Key consent(String member, int number) {
    return Key.of(MEMBER + member, CONSENT + "%06d".formatted(number));
  }

  /** A member's post, beside the member. */
  static Key post(String member, Post.Id post) {
    return Key.of(MEMBER + member, name(post));
  }

  /** What was heard of a post, whoever wrote it. */
  static Key post(Post.Id post) {
    return Key.of(name(post), "heard");
  }

  private static String name(Post.Id post) {
    return POST + post.thread() + post.reply().map(reply -> "#" + reply).orElse("");
  }

  static Key letter(String id) {
    return Key.of(outbox(Math.floorMod(id.hashCode(), OUTBOX_PARTITIONS)), id);
  }

  static String outbox(int partition) {
    return OUTBOX + partition;
  }

  /** The words of a member that mean nothing to the vocabulary. */
  static Key words(String member) {
    return Key.of(words(Math.floorMod(member.hashCode(), WORDS_PARTITIONS)), member);
  }

  static String words(int partition) {
    return WORDS + partition;
  }

  static boolean isLetter(Key key) {
    return key.partition().startsWith(OUTBOX);
  }

  static boolean isProfile(Key key) {
    return key.partition().startsWith(MEMBER) && key.sort().equals(PROFILE);
  }

  static String member(Key profile) {
    return profile.partition().substring(MEMBER.length());
  }
}
