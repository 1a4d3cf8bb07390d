package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.alike.kernel.DomainEvent;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.HttpCall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Every use case, crashed at every call to the table and tried again, ends as a clean run does. */
class CrashTest {
  /** A house with what happens in it: the same in the clean run and in the crashed one. */
  private static final class Case {
    final House house = new House();
    final DomainEvent first = house.maria();
    final DomainEvent second;
    String member = "";

    Case() {
      house.clock.advance(Duration.ofSeconds(1));
      second = house.maria();
    }
  }

  static Stream<Arguments> crashes() {
    return Stream.of(Fault.BEFORE, Fault.AFTER)
        .flatMap(
            fault ->
                Stream.of(
                    row("signup", fault, given -> {}, CrashTest::signUp),
                    row("newer signup", fault, CrashTest::mailed, CrashTest::signUpAgain),
                    row("signup of a member", fault, CrashTest::joined, CrashTest::signUpAgain),
                    row("sending", fault, CrashTest::pending, CrashTest::send),
                    row("confirming", fault, CrashTest::mailed, CrashTest::confirm),
                    row("changing", fault, CrashTest::joined, CrashTest::change),
                    row("clearing words", fault, CrashTest::joined, CrashTest::clearWords),
                    row("withdrawing", fault, CrashTest::joined, CrashTest::withdraw),
                    row("consenting again", fault, CrashTest::withdrawn, CrashTest::consent),
                    row("posting", fault, CrashTest::joined, CrashTest::post),
                    row("removing a post", fault, CrashTest::posted, CrashTest::removePost),
                    row("sweeping", fault, CrashTest::erasedAuthor, CrashTest::sweep),
                    row("erasing", fault, CrashTest::joined, CrashTest::erase)));
  }

  private static Arguments row(
      String name, Fault fault, Consumer<Case> given, BiConsumer<House, Case> when) {
    return Arguments.of(name, fault, given, when);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("crashes")
  void useCase_endsAsACleanRun_whereverItCrashedAndWasTriedAgain(
      String name, Fault fault, Consumer<Case> given, BiConsumer<House, Case> when) {
    Case clean = new Case();
    given.accept(clean);
    when.accept(clean.house, clean);

    int k = 0;
    boolean reached = true;
    while (reached) {
      Case crashed = new Case();
      given.accept(crashed);
      AtomicInteger made = new AtomicInteger();
      House crashing = crashed.house.over(client(k, fault, made));

      assertThat(catchThrowable(() -> when.accept(crashing, crashed)))
          .satisfiesAnyOf(none -> assertThat(none).isNull(), CrashTest::tellsNothing);
      when.accept(crashed.house, crashed);

      reached = made.get() > k;
      assertThat(comparable(crashed)).as("%s, call %d", name, k).isEqualTo(comparable(clean));
      k++;
    }
    assertThat(k).as("calls of %s", name).isGreaterThan(1);
  }

  private static void tellsNothing(@Nullable Throwable thrown) {
    assertThat(thrown).hasMessageNotContaining("aria");
  }

  private static DynamoDbClient client(int k, Fault fault, AtomicInteger made) {
    return FaultyDynamo.planned(
        EmbeddedDynamo.client(),
        n -> {
          made.set(n + 1);
          return n == k ? fault : Fault.NONE;
        });
  }

  /** Ids, tokens and their digests are random, and an id decides some partitions. */
  private static List<String> comparable(Case any) {
    return any.house.dump().stream()
        .map(item -> item.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "<id>"))
        .map(item -> item.replaceAll("[A-Za-z0-9_-]{43}", "<secret>"))
        .map(item -> item.replaceAll("(outbox|words)#\\d", "$1#<n>"))
        .sorted()
        .toList();
  }

  private static void pending(Case given) {
    given.house.take(given.first);
  }

  private static void mailed(Case given) {
    pending(given);
    given.house.sweep();
    given.house.clock.advance(Duration.ofMinutes(2));
  }

  private static void joined(Case given) {
    given.member = given.house.join(given.first);
    given.house.clock.advance(Duration.ofMinutes(2));
  }

  private static void signUp(House house, Case given) {
    house.take(given.first);
  }

  private static void signUpAgain(House house, Case given) {
    house.take(given.second);
  }

  /** A crash may leave the letter in somebody's hands; they lose it after two minutes. */
  private static void send(House house, Case given) {
    house.sweep();
    house.clock.advance(Duration.ofMinutes(3));
    given.house.sweep();
  }

  private static void confirm(House house, Case given) {
    house.confirm(given.house.mail.lastToken());
  }

  private static void withdrawn(Case given) {
    joined(given);
    withdraw(given.house, given);
  }

  private static void posted(Case given) {
    joined(given);
    post(given.house, given);
  }

  private static void erasedAuthor(Case given) {
    posted(given);
    erase(given.house, given);
  }

  private static void change(House house, Case given) {
    patch(house, given, "{\"symptoms\":[{\"typed\":\"zingle\",\"severity\":\"mild\"}]}");
  }

  private static void clearWords(House house, Case given) {
    patch(house, given, "{\"conditions\":[{\"typed\":\"ALS\"}]}");
  }

  /** The same tag each time: who comes again because an answer was lost changes nothing more. */
  private static void patch(House house, Case given, String patch) {
    house.send(
        HttpCall.of("PATCH /me")
            .as(given.member)
            .header("if-match", "\"1\"")
            .body("application/json", patch));
  }

  private static void withdraw(House house, Case given) {
    decide(house, given, "{\"given\":false}");
  }

  private static void consent(House house, Case given) {
    decide(house, given, "{\"given\":true,\"version\":\"2026-12\"}");
  }

  private static void decide(House house, Case given, String decision) {
    house.send(HttpCall.of("PUT /me/consents").as(given.member).body("application/json", decision));
  }

  private static void post(House house, Case given) {
    house.take(PostsTest.posted(given.member, 1));
  }

  private static void removePost(House house, Case given) {
    house.take(PostsTest.removed(2));
  }

  private static void sweep(House house, Case given) {
    house.take(PostsTest.erased(given.member));
  }

  private static void erase(House house, Case given) {
    house.send(HttpCall.of("DELETE /me").as(given.member));
  }
}
