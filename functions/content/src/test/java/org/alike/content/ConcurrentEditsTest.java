package org.alike.content;

import static org.alike.content.Newsroom.SLUG;
import static org.alike.content.Newsroom.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several editors at once: one wins, the others hear of it, and nothing is lost. */
class ConcurrentEditsTest {
  private static final int EDITORS = 50;
  private final Newsroom room = new Newsroom();

  @ParameterizedTest
  @ValueSource(strings = {"draft", "published"})
  void oneOfTwoEditorsWins_andTheOtherLosesNothing(String state) {
    room.publish("Before");
    String tag = room.tag();

    Reply first = room.send(Newsroom.put(SLUG, tag, "ada", body("Ada's", state)));
    List<String> before = room.dump();
    Reply second = room.send(Newsroom.put(SLUG, tag, "bea", body("Bea's", state)));

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(412);
    assertThat(second.json()).containsEntry("type", "urn:alike:problem:precondition-failed");
    assertThat(room.dump()).isEqualTo(before);
    Reply again = room.send(Newsroom.put(SLUG, room.tag(), "bea", body("Both", state)));
    assertThat(again.status()).isEqualTo(200);
    assertThat(Newsroom.text(room.draft())).isEqualTo("Both");
  }

  @ParameterizedTest
  @ValueSource(strings = {"draft", "published"})
  void oneOfFiftyWins_whenAllSaveAtOnce(String state) throws Exception {
    room.publish("Before");
    String tag = room.tag();

    List<Reply> replies =
        atOnce(i -> room.send(Newsroom.put(SLUG, tag, "e" + i, body("By " + i, state))));

    int winner = -1;
    for (int i = 0; i < EDITORS; i++) {
      assertThat(replies.get(i).status()).isIn(200, 412, 503);
      if (replies.get(i).status() == 200) {
        assertThat(winner).as("winners").isEqualTo(-1);
        winner = i;
      }
    }
    assertThat(Newsroom.text(room.draft())).isEqualTo("By " + winner);
    assertThat(Newsroom.revision(room.draft())).isEqualTo(2);
    assertThat(Events.objects(room.versions().get("items"))).hasSize(state.equals("draft") ? 1 : 2);
  }

  @Test
  void everybodysText_isInTheHistory_whenAllTryAgain() throws Exception {
    room.publish("Before");

    atOnce(
        i -> {
          Reply reply = room.draft();
          do {
            String tag = room.tag();
            reply = room.send(Newsroom.put(SLUG, tag, "e" + i, body("By " + i, "published")));
          } while (reply.status() != 200);
          return reply;
        });

    List<String> notes = new ArrayList<>();
    for (Version version : room.pages().store().versions(SLUG, 100, null).versions()) {
      notes.add(version.provenance().note().orElse(""));
      assertThat(version.provenance().note())
          .contains("Because of " + Newsroom.text(version.read().toJson()));
    }
    assertThat(notes).hasSize(EDITORS + 1).doesNotHaveDuplicates();
    assertThat(Newsroom.revision(room.draft())).isEqualTo(EDITORS + 1);
  }

  @Test
  void schedulersAndEditors_publishOnce_whenAllCome() throws Exception {
    for (int round = 0; round < 5; round++) {
      Newsroom fresh = new Newsroom();
      fresh.publish("Before");
      fresh.put(fresh.tag(), Newsroom.scheduled("Scheduled", "2026-11-23T12:01:00Z"));
      fresh.clock().advance(Duration.ofMinutes(1));
      String tag = fresh.tag();

      List<Integer> statuses =
          atOnce(
                  i ->
                      i % 2 == 0
                          ? fresh.send(Newsroom.put(SLUG, tag, "e", body("By e", "published")))
                          : ticked(fresh))
              .stream()
              .map(Reply::status)
              .toList();

      List<Version> versions = fresh.pages().store().versions(SLUG, 10, null).versions();
      assertThat(versions).hasSize(2);
      boolean scheduled = versions.get(0).provenance().origin() == Origin.SCHEDULE;
      assertThat(fresh.seen()).isEqualTo(scheduled ? "Scheduled" : "By e");
      assertThat(statuses.contains(200)).isEqualTo(!scheduled);
      assertThat(fresh.dump()).noneMatch(item -> item.contains("pk=AttributeValue(S=SCHEDULE)"));
    }
  }

  private static Reply ticked(Newsroom room) {
    try {
      room.tick();
    } catch (RuntimeException conflict) {
      return new Reply(503, Map.of(), "", List.of());
    }
    return new Reply(0, Map.of(), "", List.of());
  }

  /** What one of many does. */
  @FunctionalInterface
  private interface Work {
    Reply by(int number);
  }

  private static List<Reply> atOnce(Work work) throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(EDITORS);
    try {
      List<Callable<Reply>> all = new ArrayList<>();
      for (int i = 0; i < EDITORS; i++) {
        int number = i;
        all.add(() -> work.by(number));
      }
      List<Reply> replies = new ArrayList<>();
      for (Future<Reply> reply : threads.invokeAll(all)) {
        replies.add(reply.get());
      }
      return replies;
    } finally {
      threads.shutdown();
    }
  }
}
