package org.alike.discussions;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.alike.store.Index;
import org.alike.store.Item;
import org.alike.store.Key;

/**
 * How threads, replies and feed entries lie in the table; authors are in {@link DynamoAuthorItems}.
 * Pure.
 *
 * <pre>
 * pk                       sk                      what
 * THREAD#id                POST                    a thread: title, text, author
 * THREAD#id                REPLY#id                a reply
 * FEED#C#condition#public  thread id               feed entry; in byFeed under C#condition#public
 * FEED#ALL#public          thread id               the same for the feed over all conditions
 * OPEN#C#condition#public  thread id               the same, as long as nobody replied; not in byFeed
 * OPEN#ALL#public          thread id
 * THREAD#id                REMOVED[#reply]         that a post was removed; for thirty days
 * </pre>
 *
 * <p>Counts and last activity are in the feed entries only, never beside a long text: a reply then
 * rewrites a few hundred bytes, and not the thread.
 */
final class DynamoItems {
  /** Entries by latest activity. */
  static final Index BY_FEED = new Index("byFeed", "feed", "activity");

  static final String REPLY = "REPLY#";
  static final String REMOVED = "REMOVED";

  /** Written over an author's id and name when the member is erased. */
  static final String NOBODY = "";

  private DynamoItems() {}

  static String threadPartition(String id) {
    return "THREAD#" + id;
  }

  static Key thread(String id) {
    return Key.of(threadPartition(id), "POST");
  }

  static Key reply(String threadId, String id) {
    return Key.of(threadPartition(threadId), REPLY + id);
  }

  static Key post(AuthoredPosts.Post post) {
    return post.replyId().map(id -> reply(post.threadId(), id)).orElse(thread(post.threadId()));
  }

  /** Left where a post was, for as long as somebody may still have to hear of it. */
  static Key removed(AuthoredPosts.Post post) {
    return Key.of(
        threadPartition(post.threadId()), REMOVED + post.replyId().map(id -> "#" + id).orElse(""));
  }

  /** The reply whose mark this is; empty for a thread's. */
  static Optional<String> removed(Item mark) {
    String sort = mark.key().sort();
    return sort.equals(REMOVED)
        ? Optional.empty()
        : Optional.of(sort.substring(REMOVED.length() + 1));
  }

  /** The name of a list of threads, whatever its order. */
  static String list(Optional<String> condition, Visibility visibility) {
    return condition.map(id -> "C#" + id).orElse("ALL") + "#" + visibility.word();
  }

  static String partition(Feed feed) {
    String kind = feed.sort() == Sort.UNANSWERED ? "OPEN#" : "FEED#";
    return kind + list(feed.condition(), feed.visibility());
  }

  static Item item(DiscussionThread thread) {
    return post(Item.of(thread(thread.id())), thread.text(), thread.author(), thread.postedAt())
        .with("condition", thread.condition())
        .with("visibility", thread.visibility().word())
        .with("title", thread.title())
        .with("removed", thread.removed())
        .with("version", thread.version());
  }

  /** The thread's title and readers are noted on each reply, because events tell them. */
  static Item item(DiscussionThread thread, Reply reply) {
    Key key = reply(thread.id(), reply.id());
    return post(Item.of(key), reply.text(), reply.author(), reply.postedAt())
        .with("condition", thread.condition())
        .with("visibility", thread.visibility().word())
        .with("title", thread.title())
        .with("replyTo", reply.replyTo())
        .with("version", reply.version());
  }

  /** A feed entry; only the ones by activity are in the index. */
  static Item item(FeedEntry entry, Feed feed) {
    Item item =
        Item.of(Key.of(partition(feed), entry.id()))
            .with("condition", entry.condition())
            .with("visibility", entry.visibility().word())
            .with("title", entry.title())
            .with("excerpt", entry.excerpt())
            .with("authorId", entry.author().map(Author::id).orElse(NOBODY))
            .with("authorName", entry.author().map(Author::displayName).orElse(NOBODY))
            .with("replies", entry.replies())
            .with("postedAt", Moment.of(entry.postedAt()))
            .with("removed", entry.removed())
            .with("activity", Sort.ACTIVE.position(entry));
    return feed.sort() == Sort.UNANSWERED
        ? item
        : item.with("feed", list(feed.condition(), feed.visibility()));
  }

  static DiscussionThread thread(Item item) {
    return new DiscussionThread(
        item.key().partition().substring(threadPartition("").length()),
        item.text("condition"),
        visibility(item),
        item.text("title"),
        item.text("text"),
        author(item),
        postedAt(item),
        item.flag("removed"),
        item.number("version"));
  }

  static Reply reply(Item item) {
    return new Reply(
        item.key().sort().substring(REPLY.length()),
        item.text("text"),
        author(item),
        postedAt(item),
        item.find("replyTo"),
        item.number("version"));
  }

  static FeedEntry entry(Item item) {
    return new FeedEntry(
        item.key().sort(),
        item.text("condition"),
        visibility(item),
        item.text("title"),
        item.text("excerpt"),
        author(item),
        item.number("replies"),
        postedAt(item),
        Moment.parse(item.text("activity").split("#", -1)[0]),
        item.flag("removed"));
  }

  private static Item post(Item item, String text, Optional<Author> author, Instant postedAt) {
    return item.with("text", text)
        .with("authorId", author.map(Author::id).orElse(NOBODY))
        .with("authorName", author.map(Author::displayName).orElse(NOBODY))
        .with("withheld", false)
        .with("postedAt", Moment.of(postedAt));
  }

  private static Optional<Author> author(Item item) {
    return Optional.of(new Author(item.text("authorId"), item.text("authorName")))
        .filter(author -> !author.id().equals(NOBODY));
  }

  private static Visibility visibility(Item item) {
    return Visibility.valueOf(item.text("visibility").toUpperCase(Locale.ROOT));
  }

  private static Instant postedAt(Item item) {
    return Moment.parse(item.text("postedAt"));
  }
}
