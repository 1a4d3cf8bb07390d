package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Members' own posts, as the bus tells of them, in the copy they take along. */
class PostsTest {
  private final House house = new House();
  private final String id = house.join(house.maria());

  /** A thread by this member. */
  static DomainEvent posted(String author, long version) {
    return posted(author, version, "text");
  }

  /** The same with this text. */
  static DomainEvent posted(String author, long version, String text) {
    return event("ThreadPosted", "t1", version, "t1", null, text, author);
  }

  /** The removal of that thread. */
  static DomainEvent removed(long version) {
    return removal("t1", version);
  }

  /** The erasure of this member. */
  static DomainEvent erased(String member) {
    return DomainEvent.of(
        "MemberErased", member, 2, Instant.EPOCH, "cause", Json.of("memberId", member));
  }

  private static DomainEvent thread(String thread, long version, String text, Object... author) {
    return event("ThreadPosted", thread, version, thread, null, text, author);
  }

  private DomainEvent reply(String thread, String reply, long version, String text) {
    return event("ReplyPosted", reply, version, thread, reply, text, id);
  }

  private static DomainEvent event(
      String type,
      String entity,
      long version,
      String thread,
      @Nullable String reply,
      String text,
      Object... author) {
    return DomainEvent.of(
        type,
        entity,
        version,
        Instant.EPOCH,
        "cause",
        Json.of(
            "threadId",
            thread,
            "replyId",
            reply,
            "condition",
            "amyotrophic-lateral-sclerosis",
            "title",
            "Title",
            "text",
            text,
            "visibility",
            "members",
            "author",
            author.length == 0 ? null : Json.of("id", author[0], "displayName", "M"),
            "postedAt",
            "2026-11-23T12:00:00Z"));
  }

  private static DomainEvent removal(String thread, long version) {
    return DomainEvent.of(
        "PostRemoved", thread, version, Instant.EPOCH, "cause", Json.of("threadId", thread));
  }

  private List<Object> texts() {
    Object posts = house.send(HttpCall.of("GET /me/export").as(id)).json().get("posts");
    List<Object> texts = new ArrayList<>();
    for (Object post : posts instanceof List<?> list ? list : List.of()) {
      texts.add(Json.asObject(post).orElseThrow().getOrDefault("text", ""));
    }
    return texts;
  }

  @Test
  void export_hasThreadsAndReplies_asTheyAreNow() {
    house.take(thread("t1", 1, "first", id));
    house.take(thread("t1", 2, "edited", id));
    house.take(reply("t2", "r1", 1, "answer"));
    house.take(thread("t3", 1, "of another", "somebody"));

    assertThat(texts()).containsExactly("edited", "answer");
  }

  @Test
  void posts_endTheSame_howeverOftenAndInWhichOrderTheyCome() {
    List<DomainEvent> events =
        List.of(
            thread("t1", 1, "first", id),
            thread("t1", 2, "edited", id),
            reply("t1", "r1", 1, "answer"),
            thread("t2", 1, "to be removed", id),
            removal("t2", 2),
            thread("t3", 1, "to be nobody's", id),
            thread("t3", 2, "nobody's"));
    events.forEach(house::take);
    List<String> clean = house.dump();
    assertThat(texts()).containsExactly("edited", "answer");

    for (int seed = 0; seed < 20; seed++) {
      forgetPosts();
      List<DomainEvent> shuffled = new ArrayList<>(events);
      shuffled.addAll(events);
      Collections.shuffle(shuffled, new Random(seed));
      shuffled.forEach(house::take);

      assertThat(house.dump()).as("seed %d", seed).isEqualTo(clean);
    }
  }

  private void forgetPosts() {
    EmbeddedDynamo.items(house.name).stream()
        .filter(item -> (item.get("pk") + " " + item.get("sk")).contains("post#"))
        .forEach(
            item ->
                EmbeddedDynamo.client()
                    .deleteItem(
                        d ->
                            d.tableName(house.name)
                                .key(Map.of("pk", item.get("pk"), "sk", item.get("sk")))));
  }

  @Test
  void erasing_sweepsThePosts_andNothingLateBringsThemBack() {
    house.take(thread("t1", 1, "first", id));
    house.take(reply("t1", "r1", 1, "answer"));
    house.send(HttpCall.of("DELETE /me").as(id));
    house.take(reply("t1", "r2", 1, "on its way meanwhile"));
    house.publishAndHear();
    house.publishAndHear();
    house.take(thread("t1", 2, "late", id));
    house.take(reply("t1", "r1", 1, "answer"));

    assertThat(house.sortKeys()).containsExactlyInAnyOrder("profile", "latest", "token");
  }

  @Test
  void export_goesOn_whereThereAreManyPosts() {
    for (int i = 0; i < 230; i++) {
      house.take(thread("t%03d".formatted(i), 1, "text " + i, id));
    }
    List<Integer> sizes = new ArrayList<>();
    String next = "";
    do {
      HttpCall call = HttpCall.of("GET /me/export").as(id);
      Reply part = house.send(next.isEmpty() ? call : call.query("cursor", next));
      sizes.add(((List<?>) part.json().getOrDefault("posts", List.of())).size());
      next = String.valueOf(part.json().getOrDefault("next", ""));
    } while (!next.isEmpty());

    assertThat(sizes).containsExactly(100, 100, 30);
  }

  @Test
  void cursor_isRefused_whenItIsAnothers() {
    for (int i = 0; i < 101; i++) {
      house.take(thread("t" + i, 1, "text", id));
    }
    Reply mine = house.send(HttpCall.of("GET /me/export").as(id));
    String other =
        house.join(
            house.submission(
                "email",
                "other@example.org",
                "displayName",
                "O",
                "conditions",
                "ALS",
                "consent",
                "1"));

    Reply reply =
        house.send(
            HttpCall.of("GET /me/export")
                .as(other)
                .query("cursor", String.valueOf(mine.json().get("next"))));

    assertThat(reply.status()).isEqualTo(400);
  }
}
