package org.alike.members;

import org.alike.store.Key;

/**
 * The keys of the members' table outside of members' own partitions ({@link MemberKeys}). None in
 * the table shows an address or a secret.
 */
final class Keys {
  /** The outbox is a fixed number of partitions, so that it can be swept without a scan. */
  static final int OUTBOX_PARTITIONS = 8;

  /** A fixed number of partitions as well: the words of all members are read together. */
  static final int WORDS_PARTITIONS = 8;

  private static final String OUTBOX = "outbox#";
  private static final String WORDS = "words#";
  private static final String HEARD = "heard";

  private Keys() {}

  /** What became of the mailbox's signups so far. */
  static Key latest(Mailbox mailbox) {
    return latest(mailbox.digest());
  }

  /** The same by the mailbox's digest. */
  static Key latest(String digest) {
    return Key.of("email#" + digest, "latest");
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

  /** The id of the letter that asks for a mailbox's link once more: there is one at a time. */
  static String resend(Mailbox mailbox) {
    return "resend." + mailbox.digest();
  }

  static Key letter(String id) {
    return Key.of(outbox(Math.floorMod(id.hashCode(), OUTBOX_PARTITIONS)), id);
  }

  static boolean isLetter(Key key) {
    return key.partition().startsWith(OUTBOX);
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

  /** What was heard of a post, whoever wrote it. */
  static Key heard(Post.Id post) {
    return Key.of(MemberKeys.post(post), HEARD);
  }

  /** The same, of a post that stands beside its author. */
  static Key heard(Key post) {
    return Key.of(post.sort(), HEARD);
  }
}
