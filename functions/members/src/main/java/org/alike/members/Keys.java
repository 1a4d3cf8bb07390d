package org.alike.members;

import java.util.Optional;
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
  private static final String TIE = "tie#";
  private static final String INTRODUCTION = "introduction#";
  private static final String ADDRESS = "address";
  private static final String MAILBOX = "mailbox#";

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

  static Key profile(String member) {
    return Key.of(MEMBER + member, PROFILE);
  }

  /** All that is kept of a member, but for the mailbox and the words. */
  static String member(String id) {
    return MEMBER + id;
  }

  /** What stands between a member and another one, as the first has it. */
  static Key tie(String of, String with) {
    return Key.of(MEMBER + of, TIE + with);
  }

  static Key introduction(String member, String id) {
    return Key.of(MEMBER + member, INTRODUCTION + id);
  }

  /** How often a member asks others to get in touch. */
  static Key asking(String member) {
    return Key.of(MEMBER + member, "asking");
  }

  /** The member's wish for another address. */
  static Key address(String member) {
    return Key.of(MEMBER + member, ADDRESS);
  }

  static boolean isAddress(Key key) {
    return key.partition().startsWith(MEMBER) && key.sort().equals(ADDRESS);
  }

  /** That a mailbox was the member's once, by its digest. */
  static Key formerMailbox(String member, String digest) {
    return Key.of(MEMBER + member, MAILBOX + digest);
  }

  /** The digest of the mailbox that a key says was a member's once; empty for any other key. */
  static Optional<String> formerMailbox(Key key) {
    return key.partition().startsWith(MEMBER) && key.sort().startsWith(MAILBOX)
        ? Optional.of(key.sort().substring(MAILBOX.length()))
        : Optional.empty();
  }

  /** Of which week the member was written news last. */
  static Key news(String member) {
    return Key.of(MEMBER + member, "news");
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

  /** The same, of a post that stands beside its author. */
  static Key heard(Key post) {
    return Key.of(post.sort(), "heard");
  }

  static boolean isPost(Key key) {
    return key.partition().startsWith(MEMBER) && key.sort().startsWith(POST);
  }

  private static String name(Post.Id post) {
    return POST + post.thread() + post.reply().map(reply -> "#" + reply).orElse("");
  }

  /** The id of the letter that asks for a mailbox's link once more: there is one at a time. */
  static String resend(Mailbox mailbox) {
    return "resend." + mailbox.digest();
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

  /** The id of the introduction that a key is of. */
  static String introduction(Key key) {
    return key.sort().substring(INTRODUCTION.length());
  }

  static boolean isIntroduction(Key key) {
    return key.partition().startsWith(MEMBER) && key.sort().startsWith(INTRODUCTION);
  }

  static String introductions() {
    return INTRODUCTION;
  }

  static String ties() {
    return TIE;
  }

  static boolean isLetter(Key key) {
    return key.partition().startsWith(OUTBOX);
  }

  static boolean isProfile(Key key) {
    return key.partition().startsWith(MEMBER) && key.sort().equals(PROFILE);
  }

  static boolean isTie(Key key) {
    return key.partition().startsWith(MEMBER) && key.sort().startsWith(TIE);
  }

  /** The member whom an item of a member's partition belongs to. */
  static String member(Key item) {
    return item.partition().substring(MEMBER.length());
  }

  /** The other member whom a tie leads to. */
  static String other(Key tie) {
    return tie.sort().substring(TIE.length());
  }
}
