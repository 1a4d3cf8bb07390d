package org.alike.discussions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.store.Change;
import org.alike.store.Item;

/**
 * What a change of the table means to others: a thread or a reply that is new, or has a new version
 * because its author is no longer named or quoted, or was removed. Counts, feeds and authors are
 * nobody else's business. Pure.
 */
final class DynamoPostEvents {
  private DynamoPostEvents() {}

  static List<DomainEvent> of(Change change) {
    return change
        .after()
        .filter(item -> isNews(item, change.before()))
        .flatMap(DynamoPostEvents::event)
        .stream()
        .toList();
  }

  private static boolean isNews(Item item, Optional<Item> before) {
    return before.map(old -> old.number("version") < item.number("version")).orElse(true);
  }

  private static Optional<DomainEvent> event(Item item) {
    String partition = item.key().partition();
    if (!partition.startsWith(DynamoItems.threadPartition(""))) {
      return Optional.empty();
    }
    String thread = partition.substring(DynamoItems.threadPartition("").length());
    String sort = item.key().sort();
    if (sort.startsWith(DynamoItems.REMOVED)) {
      return Optional.of(removed(thread, DynamoItems.removed(item), item));
    } else if (sort.startsWith(DynamoItems.REPLY)) {
      return Optional.of(replyPosted(thread, item));
    }
    return Optional.of(
        item.flag("removed") ? removed(thread, Optional.empty(), item) : threadPosted(item));
  }

  /**
   * A thread that stays for the replies of others is removed too: nothing of it is left to tell.
   */
  private static DomainEvent removed(String thread, Optional<String> reply, Item item) {
    Map<String, Object> data = Json.of("threadId", thread, "replyId", reply);
    Instant time = Moment.parse(item.text("changedAt"));
    String entity = reply.orElse(thread);
    return DomainEvent.of("PostRemoved", entity, item.number("version"), time, item.cause(), data);
  }

  private static DomainEvent threadPosted(Item item) {
    DiscussionThread thread = DynamoItems.thread(item);
    Map<String, Object> data =
        Json.of(
            "threadId", thread.id(),
            "condition", thread.condition(),
            "title", thread.title(),
            "text", thread.text(),
            "visibility", thread.visibility().word(),
            "author", author(thread.author()),
            "quotable", quotable(item),
            "postedAt", thread.postedAt().toString());
    Instant time = changed(item, thread.postedAt());
    return DomainEvent.of("ThreadPosted", thread.id(), thread.version(), time, item.cause(), data);
  }

  private static DomainEvent replyPosted(String thread, Item item) {
    Reply reply = DynamoItems.reply(item);
    Map<String, Object> data =
        Json.of(
            "threadId", thread,
            "replyId", reply.id(),
            "condition", item.text("condition"),
            "text", reply.text(),
            "visibility", item.text("visibility"),
            "title", item.text("title"),
            "author", author(reply.author()),
            "quotable", quotable(item),
            "postedAt", reply.postedAt().toString());
    Instant time = changed(item, reply.postedAt());
    return DomainEvent.of("ReplyPosted", reply.id(), reply.version(), time, item.cause(), data);
  }

  private static Optional<Map<String, Object>> author(Optional<Author> author) {
    return author.map(known -> Json.of("id", known.id(), "displayName", known.name()));
  }

  /** Absent unless it is false. */
  private static Optional<Boolean> quotable(Item item) {
    return item.flag("withheld") ? Optional.of(false) : Optional.empty();
  }

  private static Instant changed(Item item, Instant otherwise) {
    return item.find("changedAt").map(Moment::parse).orElse(otherwise);
  }
}
