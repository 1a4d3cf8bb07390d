package org.alike.members;

import java.util.Optional;
import org.alike.store.Key;

/** The keys of a member's partition, all of which goes with the member. */
final class MemberKeys {
  static final String PROFILE = "profile";
  static final String POST = "post#";
  static final String CONSENT = "consent#";
  static final String TIE = "tie#";
  static final String INTRODUCTION = "introduction#";
  private static final String MEMBER = "member#";
  private static final String ADDRESS = "address";
  private static final String MAILBOX = "mailbox#";

  private MemberKeys() {}

  /** All that is kept of a member, but for the mailbox and the words. */
  static String partition(String member) {
    return MEMBER + member;
  }

  /** The member whom an item of such a partition belongs to. */
  static String member(Key item) {
    return item.partition().substring(MEMBER.length());
  }

  static Key profile(String member) {
    return of(member, PROFILE);
  }

  static boolean isProfile(Key key) {
    return isOfMember(key) && key.sort().equals(PROFILE);
  }

  static Key consent(String member, int number) {
    return of(member, CONSENT + "%06d".formatted(number));
  }

  /** What stands between a member and another one, as the first has it. */
  static Key tie(String member, String with) {
    return of(member, TIE + with);
  }

  static boolean isTie(Key key) {
    return isOfMember(key) && key.sort().startsWith(TIE);
  }

  /** The other member whom a tie leads to. */
  static String other(Key tie) {
    return tie.sort().substring(TIE.length());
  }

  static Key introduction(String member, String id) {
    return of(member, INTRODUCTION + id);
  }

  static boolean isIntroduction(Key key) {
    return isOfMember(key) && key.sort().startsWith(INTRODUCTION);
  }

  /** The id of the introduction that a key is of. */
  static String introduction(Key key) {
    return key.sort().substring(INTRODUCTION.length());
  }

  /** How often a member asks others to get in touch. */
  static Key asking(String member) {
    return of(member, "asking");
  }

  /** The member's wish for another address. */
  static Key address(String member) {
    return of(member, ADDRESS);
  }

  static boolean isAddress(Key key) {
    return isOfMember(key) && key.sort().equals(ADDRESS);
  }

  /** That a mailbox was the member's once, by its digest. */
  static Key formerMailbox(String member, String digest) {
    return of(member, MAILBOX + digest);
  }

  /** The digest of the mailbox that a key says was a member's once; empty for any other key. */
  static Optional<String> formerMailbox(Key key) {
    return isOfMember(key) && key.sort().startsWith(MAILBOX)
        ? Optional.of(key.sort().substring(MAILBOX.length()))
        : Optional.empty();
  }

  /** Of which week the member was written news last. */
  static Key news(String member) {
    return of(member, "news");
  }

  /** A member's post. */
  static Key post(String member, Post.Id post) {
    return of(member, post(post));
  }

  /** How a post is called there. */
  static String post(Post.Id post) {
    return POST + post.thread() + post.reply().map(reply -> "#" + reply).orElse("");
  }

  static boolean isPost(Key key) {
    return isOfMember(key) && key.sort().startsWith(POST);
  }

  private static Key of(String member, String sort) {
    return Key.of(partition(member), sort);
  }

  private static boolean isOfMember(Key key) {
    return key.partition().startsWith(MEMBER);
  }
}
