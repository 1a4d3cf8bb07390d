package org.alike.members;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;

/**
 * A thread or reply that a member wrote, for the copy of everything that they may take along.
 *
 * @param id names it
 * @param title of the thread
 * @param text what they wrote
 * @param condition whose community it is in
 * @param visibility who may read it
 * @param postedAt when
 */
record Post(
    Id id, String title, String text, String condition, String visibility, Instant postedAt) {

  /**
   * Names a thread, or a reply in it.
   *
   * @param thread the thread
   * @param reply the reply, for a reply
   */
  record Id(String thread, Optional<String> reply) {
    static Id of(DomainEvent event) {
      return new Id(
          event.text("threadId"), Optional.of(event.text("replyId")).filter(id -> !id.isEmpty()));
    }
  }

  /** The post that a {@code ThreadPosted} or {@code ReplyPosted} tells of. */
  static Post of(DomainEvent event) {
    return new Post(
        Id.of(event),
        event.text("title"),
        event.text("text"),
        event.text("condition"),
        event.text("visibility"),
        Instant.parse(event.text("postedAt")));
  }

  Map<String, Object> json() {
    return Json.of(
        "thread", id.thread(),
        "reply", id.reply(),
        "title", title,
        "text", text,
        "condition", condition,
        "visibility", visibility,
        "postedAt", postedAt.toString());
  }
}
