package org.alike.content;

import static org.alike.content.Newsroom.SLUG;
import static org.alike.content.Newsroom.body;
import static org.alike.content.Newsroom.scheduled;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Every use case, crashed at every call to the table and tried again, ends as a clean run does. */
class EditCrashTest {
  private static final String SOON = "2026-11-23T12:05:00Z";

  static Stream<Arguments> crashes() {
    return Stream.of(Fault.BEFORE, Fault.AFTER)
        .flatMap(
            fault ->
                Stream.of(
                    row("first draft", fault, room -> {}, put("*", "One", "draft")),
                    row("draft", fault, EditCrashTest::published, put("\"r1\"", "Two", "draft")),
                    row("review", fault, EditCrashTest::drafted, put("\"r2\"", "Two", "review")),
                    row(
                        "publish",
                        fault,
                        EditCrashTest::drafted,
                        put("\"r2\"", "Two", "published")),
                    row("publish anew", fault, room -> {}, put("*", "One", "published")),
                    row(
                        "publish over",
                        fault,
                        EditCrashTest::scheduledDraft,
                        put("\"r2\"", "T", "published")),
                    row("schedule", fault, EditCrashTest::drafted, EditCrashTest::schedule),
                    row(
                        "reschedule",
                        fault,
                        EditCrashTest::scheduledDraft,
                        EditCrashTest::schedule),
                    row(
                        "drop",
                        fault,
                        EditCrashTest::scheduledDraft,
                        deleting(Newsroom.drop("\"r2\""))),
                    row(
                        "withdraw",
                        fault,
                        EditCrashTest::drafted,
                        deleting(Newsroom.withdraw("\"r2\""))),
                    row("restore", fault, EditCrashTest::drafted, EditCrashTest::restore),
                    row("due", fault, EditCrashTest::scheduledDraft, EditCrashTest::due),
                    row("due too late", fault, EditCrashTest::overtaken, EditCrashTest::due)));
  }

  private static Arguments row(
      String name, Fault fault, Consumer<Newsroom> given, BiConsumer<Newsroom, Boolean> when) {
    return Arguments.of(name, fault, given, when);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("crashes")
  void useCase_endsAsACleanRun_whereverItCrashedAndWasTriedAgain(
      String name, Fault fault, Consumer<Newsroom> given, BiConsumer<Newsroom, Boolean> when) {
    Newsroom clean = new Newsroom();
    given.accept(clean);
    when.accept(clean, true);
    List<String> expected = clean.dump();

    int k = 0;
    boolean reached = true;
    while (reached) {
      Newsroom crashed = new Newsroom();
      given.accept(crashed);
      AtomicInteger made = new AtomicInteger();
      when.accept(crashed.over(client(k, fault, made)), false);
      when.accept(crashed, true);

      reached = made.get() > k;
      assertThat(crashed.dump()).as("%s, call %d", name, k).isEqualTo(expected);
      k++;
    }
    assertThat(k).as("calls of %s", name).isGreaterThan(2);
  }

  private static DynamoDbClient client(int k, Fault fault, AtomicInteger made) {
    return FaultyDynamo.planned(
        EmbeddedDynamo.client(),
        n -> {
          made.set(n + 1);
          return n == k ? fault : Fault.NONE;
        });
  }

  private static void published(Newsroom room) {
    room.pages().files(Written.condition(SLUG));
  }

  private static void drafted(Newsroom room) {
    published(room);
    room.put("\"r1\"", body("Draft", "draft"));
  }

  private static void scheduledDraft(Newsroom room) {
    published(room);
    room.put("\"r1\"", scheduled("Due", SOON));
  }

  private static void overtaken(Newsroom room) {
    scheduledDraft(room);
    room.pages().files(Written.condition(SLUG, "Words on overview.", "Theirs"));
  }

  private static BiConsumer<Newsroom, Boolean> put(String tag, String text, String state) {
    return (room, last) -> expect(room.put(tag, body(text, state)), last, 200, 200);
  }

  private static void schedule(Newsroom room, boolean last) {
    expect(room.put("\"r2\"", scheduled("Two", "2026-11-24T12:00:00Z")), last, 200, 200);
  }

  /** The answer of the second try may be that there is nothing left to delete. */
  private static BiConsumer<Newsroom, Boolean> deleting(HttpCall call) {
    return (room, last) -> expect(room.send(call), last, 204, 404);
  }

  private static void restore(Newsroom room, boolean last) {
    HttpCall call =
        Newsroom.version("/restore", 1, "ed")
            .header("if-match", "\"r2\"")
            .header("idempotency-key", "k");
    expect(room.send(call), last, 201, 201);
  }

  private static void due(Newsroom room, boolean last) {
    if (room.clock().instant().toString().compareTo(SOON) < 0) {
      room.clock().advance(Duration.ofMinutes(5));
    }
    try {
      room.tick();
    } catch (RuntimeException notDone) {
      assertThat(last).isFalse();
    }
  }

  private static void expect(Reply reply, boolean last, int status, int again) {
    if (last) {
      assertThat(reply.status()).isIn(status, again);
    } else {
      assertThat(reply.status()).isIn(status, 503);
    }
  }
}
