package org.alike.wisdom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;

/** What the events of other features mean for answers. Thread-safe. */
final class SourceEvents {
  private static final String CONDITION = "condition";
  private static final String PUBLIC = "public";
  private final SourceStore store;

  SourceEvents(SourceStore store) {
    this.store = store;
  }

  /** Condition pages are quoted; what the site says about itself answers no medical question. */
  void published(DomainEvent event) {
    if (!event.text("kind").equals(CONDITION)) {
      return;
    }
    List<Passage> passages = new ArrayList<>();
    if (event.data().get("sections") instanceof List<?> sections) {
      sections.forEach(
          entry -> passages.add(section(event, Json.asObject(entry).orElse(Map.of()))));
    }
    store.keep(
        Source.of("page/" + event.text("slug"), event.version(), Optional.empty(), passages));
  }

  void threadPosted(DomainEvent event) {
    String id = event.text("threadId");
    List<List<String>> lines = Sentences.ofPost(event.text("title") + "\n" + event.text("text"));
    store.keep(
        Source.of(
            Source.ofThread(id),
            event.version(),
            Optional.empty(),
            post(event, PassageKind.THREAD, id, lines)));
  }

  void replyPosted(DomainEvent event) {
    String id = event.text("replyId");
    store.keep(
        Source.of(
            Source.ofReply(event.text("threadId"), id),
            event.version(),
            Optional.of(Source.ofThread(event.text("threadId"))),
            post(event, PassageKind.REPLY, id, Sentences.ofPost(event.text("text")))));
  }

  /** What is removed is forgotten, and a late word of it brings nothing back. */
  void postRemoved(DomainEvent event) {
    String id = event.text("threadId");
    String thread = Source.ofThread(id);
    String reply = event.text("replyId");
    store.keep(
        reply.isEmpty()
            ? new Source(thread, event.version(), Optional.empty(), List.of(), true)
            : Source.of(
                Source.ofReply(id, reply), event.version(), Optional.of(thread), List.of()));
  }

  private static Passage section(DomainEvent event, Map<String, Object> section) {
    String slug = event.text("slug");
    String id = slug + "#" + section.get("id");
    return new Passage(
        PassageKind.SECTION,
        id,
        slug,
        String.valueOf(section.getOrDefault("aspect", "")),
        event.text("name") + ": " + section.get("heading"),
        "condition.html?c=" + id,
        Sentences.ofPage(String.valueOf(section.get("text"))));
  }

  /**
   * Nothing, unless anybody may read it and its author lets it be quoted. The author is left out: a
   * quote names no member.
   */
  private static List<Passage> post(
      DomainEvent event, PassageKind kind, String id, List<List<String>> lines) {
    boolean quotable = !Boolean.FALSE.equals(event.data().get("quotable"));
    if (!quotable || !event.text("visibility").equals(PUBLIC)) {
      return List.of();
    }
    String title = event.text("title");
    return List.of(
        new Passage(
            kind,
            id,
            event.text("condition"),
            "",
            Sentences.statesAmount(title) ? "Community discussion" : title,
            "thread.html?t=" + event.text("threadId"),
            lines));
  }
}
