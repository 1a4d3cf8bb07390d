package org.alike.discussions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;
import org.alike.vocabulary.Concept;

/**
 * How discussions look on the wire. An author is a name only, and nothing for who shows none: ids
 * of members stay inside.
 */
final class Views {
  private static final String UNNAMED = "A member";
  private final Communities communities;

  Views(Communities communities) {
    this.communities = communities;
  }

  Map<String, Object> feed(Feeds.FeedPage page) {
    List<Map<String, Object>> more = page.more().stream().map(this::more).toList();
    return Json.of(
        "items", entries(page.items()),
        "next", page.next(),
        "asOf", page.asOf().toString(),
        "more", more.isEmpty() ? null : more);
  }

  Map<String, Object> thread(Threads.Shown shown) {
    DiscussionThread thread = shown.thread();
    return Json.of(
        "id", thread.id(),
        "title", thread.title(),
        "text", thread.text(),
        "condition", condition(thread.condition()),
        "author", author(thread.author()),
        "visibility", thread.visibility().word(),
        "replies", shown.activity().replies(),
        "postedAt", thread.postedAt().toString(),
        "lastActivityAt", shown.activity().last().toString(),
        "removed", thread.removed() ? true : null,
        "version", thread.version());
  }

  Map<String, Object> replies(Threads.Replies replies) {
    return Json.of(
        "items", replies.items().stream().map(Views::reply).toList(), "next", replies.next());
  }

  static Map<String, Object> reply(Reply reply) {
    return Json.of(
        "id", reply.id(),
        "text", reply.text(),
        "author", author(reply.author()),
        "postedAt", reply.postedAt().toString(),
        "replyTo", reply.replyTo());
  }

  private Map<String, Object> more(Elsewhere.More more) {
    return Json.of(
        "condition", condition(more.condition()),
        "relation", more.relation(),
        "items", entries(more.items()));
  }

  private List<Map<String, Object>> entries(List<FeedEntry> entries) {
    return entries.stream().map(this::entry).toList();
  }

  private Map<String, Object> entry(FeedEntry entry) {
    return Json.of(
        "id", entry.id(),
        "title", entry.title(),
        "excerpt", entry.excerpt(),
        "condition", condition(entry.condition()),
        "author", author(entry.author()),
        "replies", entry.replies(),
        "postedAt", entry.postedAt().toString(),
        "lastActivityAt", entry.lastActivity().toString(),
        "visibility", entry.visibility().word(),
        "removed", entry.removed() ? true : null);
  }

  /** A thread outlives its condition's place in the vocabulary; it is then shown by id. */
  private Map<String, Object> condition(String id) {
    return communities
        .find(id)
        .map(Views::condition)
        .orElseGet(() -> Json.of("slug", id, "name", id, "label", id));
  }

  private static Map<String, Object> condition(Concept condition) {
    return Json.of(
        "slug", condition.id(),
        "name", condition.name(),
        "shortName", condition.shortName(),
        "label", condition.label());
  }

  private static Optional<Map<String, Object>> author(Optional<Author> author) {
    return author.map(known -> Json.of("displayName", known.name().orElse(UNNAMED)));
  }
}
