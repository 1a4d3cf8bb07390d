package org.alike.discussions;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alike.store.Item;
import org.alike.store.Key;

/**
 * How authors lie in the table. Pure.
 *
 * <pre>
 * pk                 sk                          what
 * AUTHOR#member      PROFILE                     who may post
 * AUTHOR#member      PROFILE#APART#other#by      that the member has blocked the other
 * AUTHOR#member      PROFILE#APART#other#of      that the other has blocked the member
 * AUTHOR#member      POST#thread[#reply]         what they wrote
 * AUTHOR#member      GUARD#digest                what they wrote in the last five minutes
 * </pre>
 *
 * <p>A profile and the blocks begin alike, so that one query reads what each request of a member
 * needs. A block that ended keeps its version.
 */
final class DynamoAuthorItems {
  static final String PROFILE = "PROFILE";
  static final String APART = PROFILE + "#APART#";
  static final String POST = "POST#";
  static final String GUARD = "GUARD#";
  private static final String BY = "by";
  private static final String OF = "of";

  private DynamoAuthorItems() {}

  static String partition(String member) {
    return "AUTHOR#" + member;
  }

  static Key profile(String member) {
    return Key.of(partition(member), PROFILE);
  }

  static Key guard(Guard guard) {
    return Key.of(partition(guard.author()), GUARD + guard.digest());
  }

  static Key post(String author, AuthoredPosts.Post post) {
    String reply = post.replyId().map(id -> "#" + id).orElse("");
    return Key.of(partition(author), POST + post.threadId() + reply);
  }

  /** An entry of an author's list: which post, and whether it is withheld from quoting. */
  static Item item(String author, AuthoredPosts.Post post, boolean withheld) {
    return Item.of(post(author, post)).with("withheld", withheld);
  }

  static AuthoredPosts.Post post(Item entry) {
    String[] ids = entry.key().sort().substring(POST.length()).split("#", -1);
    return new AuthoredPosts.Post(ids[0], ids.length > 1 ? Optional.of(ids[1]) : Optional.empty());
  }

  static Item item(Profile profile) {
    return Item.of(profile(profile.id()))
        .with("displayName", profile.author().displayName())
        .with("version", profile.version())
        .with("erased", profile.erased())
        .with("withdrawn", profile.withdrawn())
        .with("settled", profile.settled());
  }

  /** What the items say that begin with {@link #PROFILE}. */
  static Profile profile(String member, List<Item> items) {
    Set<String> apart = new HashSet<>();
    Profile known = new Profile(new Author(member, ""), 0, Standing.UNKNOWN, true, apart);
    for (Item item : items) {
      if (item.key().sort().equals(PROFILE)) {
        known = profile(member, item, known.apart());
      } else if (item.flag("parted")) {
        apart.add(other(item.key()));
      }
    }
    return new Profile(known.author(), known.version(), known.standing(), known.settled(), apart);
  }

  private static Profile profile(String member, Item item, Set<String> apart) {
    Standing standing =
        item.flag("erased")
            ? Standing.ERASED
            : item.flag("withdrawn") ? Standing.WITHDRAWN : Standing.ACTIVE;
    return new Profile(
        new Author(member, item.text("displayName")),
        item.number("version"),
        standing,
        item.flag("settled"),
        apart);
  }

  /** Both sides of a block. */
  static List<Item> items(Block block) {
    return List.of(
        item(side(block.blocker(), block.blocked(), BY), block),
        item(side(block.blocked(), block.blocker(), OF), block));
  }

  private static Item item(Key side, Block block) {
    return Item.of(side).with("version", block.version()).with("parted", block.parted());
  }

  /** The same block as the other of the two has it. */
  static Key mirrored(Key side) {
    String holder = side.partition().substring(partition("").length());
    String word = side.sort().endsWith("#" + BY) ? OF : BY;
    return side(other(side), holder, word);
  }

  private static Key side(String holder, String named, String word) {
    return Key.of(partition(holder), APART + named + "#" + word);
  }

  private static String other(Key side) {
    return side.sort().substring(APART.length(), side.sort().lastIndexOf('#'));
  }
}
