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
 * because its author is no longer named. Counts, feeds and authors are nobody else's business.
 * Pure.
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
    boolean reply = item.key().sort().startsWith(DynamoItems.REPLY);
    return Optional.of(reply ? replyPosted(thread, item) : threadPosted(item));
  }

  private static DomainEvent threadPosted(Item item) {
    DiscussionThread thread = DynamoItems.thread(item);
    Optional<Map<String, Object>> author =
        thread.author().map(a -> Json.of("id", a.id(), "displayName", a.displayName()));
    Map<String, Object> data =
        Json.of(
            "threadId", thread.id(),
            "condition", thread.condition(),
            "title", thread.title(),
            "text", thread.text(),
            "visibility", thread.visibility().word(),
            "author", author,
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
            "postedAt", reply.postedAt().toString());
    Instant time = changed(item, reply.postedAt());
    return DomainEvent.of("ReplyPosted", reply.id(), reply.version(), time, item.cause(), data);
  }

  private static Instant changed(Item item, Instant otherwise) {
    return item.find("changedAt").map(Moment::parse).orElse(otherwise);
  }
}
