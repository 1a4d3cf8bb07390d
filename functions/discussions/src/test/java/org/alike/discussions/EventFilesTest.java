package org.alike.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.EventBus;
import org.alike.kernel.Json;
import org.alike.testkit.EventCall;
import org.alike.testkit.MovableClock;
import org.junit.jupiter.api.Test;

/** Every file of {@code events/discussions} is an event that its function handles. */
class EventFilesTest {
  private static final Map<String, Integer> STATUSES = new LinkedHashMap<>();

  static {
    STATUSES.put("feed", 200);
    STATUSES.put("feed-of-condition", 200);
    STATUSES.put("feed-of-members", 200);
    STATUSES.put("start-thread", 201);
    STATUSES.put("thread", 200);
    STATUSES.put("thread-of-members", 200);
    STATUSES.put("reply", 201);
    STATUSES.put("replies", 200);
    STATUSES.put("replies-of-members", 200);
  }

  private final Site site = Site.open();

  @Test
  void requests_areAnswered_whenTheThreadIsThere() {
    EventCall.send(site.subscriber, EventFiles.read("member-changed"));
    new DynamoPosts(site.table).add(thread(), Optional.empty());
    Set<String> routes = new TreeSet<>();

    STATUSES.forEach(
        (name, status) -> {
          Map<String, Object> event = EventFiles.read(name);
          routes.add(String.valueOf(event.get("routeKey")));
          String answer = EventCall.send(site.function, event).output();
          assertThat(Json.trusted(answer)).as(name).containsEntry("statusCode", status);
        });

    assertThat(site.function.routes()).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void memberEvents_keepAuthors_whenTheyArrive() {
    AuthorStore authors = new DynamoAuthors(site.table);
    EventCall.send(site.subscriber, EventFiles.read("member-changed"));
    Profile known = authors.profile(EventFiles.MEMBER);

    EventCall.send(site.subscriber, EventFiles.read("member-erased"));

    assertThat(known.author().displayName()).isEqualTo("Ines");
    assertThat(authors.profile(EventFiles.MEMBER).erased()).isTrue();
    assertThat(String.join("", site.dump())).doesNotContain("Ines");
  }

  @Test
  void memberEvents_endRightsAndPosts_whenTheyArrive() {
    EventCall.send(site.subscriber, EventFiles.read("member-changed"));
    new DynamoPosts(site.table).add(thread(), Optional.empty());
    AuthorStore authors = new DynamoAuthors(site.table);

    EventCall.send(site.subscriber, EventFiles.read("members-parted"));
    assertThat(authors.profile(EventFiles.MEMBER).apart()).containsExactly(EventFiles.OTHER);
    assertThat(authors.profile(EventFiles.OTHER).apart()).containsExactly(EventFiles.MEMBER);
    EventCall.send(site.subscriber, EventFiles.read("members-reunited"));
    assertThat(authors.profile(EventFiles.OTHER).apart()).isEmpty();
    EventCall.send(site.subscriber, EventFiles.read("member-withdrawn"));
    assertThat(authors.profile(EventFiles.MEMBER).withdrawn()).isTrue();
    EventCall.send(site.subscriber, EventFiles.read("member-erased-with-posts"));

    assertThat(site.get("/discussions/{id}", EventFiles.THREAD).status()).isEqualTo(404);
    assertThat(String.join("", site.dump())).doesNotContain("Ines", "How do you sleep?");
  }

  @Test
  void stream_isTold_asPostsAndWhatBecameOfThem() {
    List<DomainEvent> told = new ArrayList<>();
    EventBus bus = collecting(told, Set.of());

    String output = published(bus);

    assertThat(output).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(told)
        .extracting(DomainEvent::type)
        .containsExactly(
            "ThreadPosted",
            "ReplyPosted",
            "ThreadPosted",
            "ReplyPosted",
            "PostRemoved",
            "PostRemoved");
    assertThat(told).extracting(DomainEvent::version).containsExactly(1L, 1L, 2L, 2L, 3L, 3L);
    assertThat(told.get(0).data())
        .containsOnlyKeys(
            "threadId", "condition", "title", "text", "visibility", "author", "postedAt")
        .containsEntry("author", Json.of("id", EventFiles.MEMBER, "displayName", "Ines"));
    assertThat(told.get(0).cause()).isEqualTo("event-start-thread");
    assertThat(told.get(1).data())
        .containsOnlyKeys(
            "threadId", "replyId", "condition", "text", "visibility", "title", "author", "postedAt")
        .containsEntry("postedAt", "2026-11-23T12:01:00Z");
    assertThat(told.get(2).data()).doesNotContainKey("author").containsEntry("quotable", false);
    assertThat(told.get(2).time()).isEqualTo(Instant.parse("2026-11-23T12:01:40Z"));
    assertThat(told.get(3).data()).containsKey("author").containsEntry("quotable", false);
    assertThat(told.get(4).data())
        .isEqualTo(
            Json.of(
                "threadId", EventFiles.THREAD, "replyId", "019ab0d5-7c00-7000-8000-00000000a151"));
    assertThat(told.get(4).time()).isEqualTo(Instant.parse("2026-11-23T12:05:00Z"));
    assertThat(told.get(5).data()).isEqualTo(Json.of("threadId", EventFiles.THREAD));
  }

  @Test
  void stream_goesOnFromTheReply_whenTheBusRefusesIt() {
    EventBus bus =
        collecting(new ArrayList<>(), Set.of("ReplyPosted:019ab0d5-7c00-7000-8000-00000000a151:1"));

    assertThat(published(bus)).contains("\"itemIdentifier\":\"000000000000000000003\"");
  }

  @Test
  void files_areAllUsed() {
    Set<String> used = new TreeSet<>(STATUSES.keySet());
    used.addAll(List.of("member-changed", "member-erased", "stream"));
    used.addAll(List.of("member-withdrawn", "member-erased-with-posts"));
    used.addAll(List.of("members-parted", "members-reunited"));

    assertThat(EventFiles.names()).isEqualTo(used);
  }

  private static String published(EventBus bus) {
    DiscussionsPublisher publisher = new DiscussionsPublisher(bus, MovableClock.atNoon());
    return EventCall.send(publisher, EventFiles.read("stream")).output();
  }

  private static EventBus collecting(List<DomainEvent> told, Set<String> refused) {
    return (source, events) -> {
      assertThat(source).isEqualTo("alike.discussions");
      told.addAll(events);
      return refused;
    };
  }

  private DiscussionThread thread() {
    return new DiscussionThread(
        EventFiles.THREAD,
        World.ALS,
        Visibility.PUBLIC,
        "How do you sleep?",
        "I don't.",
        Optional.of(new Author(EventFiles.MEMBER, "Ines")),
        site.clock.instant(),
        false,
        1);
  }
}
