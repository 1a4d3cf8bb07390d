package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.alike.kernel.Digest;
import org.alike.kernel.Failure;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MeteredDynamo;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The function over a real engine: what it costs, repeats, and crashes. */
class DynamoSubmissionStoreTest {
  /** A moment at which traces of the period before still count. */
  private static final Duration JUST_BEGUN = Duration.ofMinutes(5).plusSeconds(30);

  private final TableFixture fixture = new TableFixture();

  private static Object id(Reply reply) {
    assertThat(reply.status()).isEqualTo(200);
    return reply.json().getOrDefault("submissionId", "");
  }

  @Test
  void submit_costsThreeUnitsForAKilobyte_andOneMoreWithAKey() {
    MeteredDynamo metered = new MeteredDynamo();
    FormsFunction function = fixture.function(metered.client());
    HttpCall contact =
        HttpCall.of("POST /f/{form}")
            .path("form", "contact")
            .json(Map.of("email", "maria@example.org", "message", "a word ".repeat(140)));

    // An instance reads the key of its links once.
    contact.send(function);
    clockOn(Duration.ofMinutes(1));
    metered.reset();
    contact.send(function);

    assertThat(metered.written()).isEqualTo(3);
    assertThat(metered.read()).isLessThanOrEqualTo(1.5);
    metered.reset();
    clockOn(Duration.ofMinutes(1));
    contact.header("idempotency-key", "k").send(function);
    assertThat(metered.written()).isEqualTo(4);
  }

  @Test
  void signup_costsThreeUnits_whichAreItsTraceItsSenderAndItself() {
    MeteredDynamo metered = new MeteredDynamo();

    TableFixture.signup().send(fixture.function(metered.client()));

    assertThat(metered.written()).isEqualTo(3);
    assertThat(fixture.dump()).hasSize(3);
  }

  @Test
  void submit_storesLiterally_whateverLooksLikeAnExpressionOrAKey() {
    List<String> hostile =
        List.of("#pk", ":v0", "attribute_exists(#pk)", "SUBMISSION#1", "' OR '1'='1", "?");

    for (String text : hostile) {
      Reply reply =
          HttpCall.of("POST /f/{form}")
              .path("form", "contact")
              .json(Map.of("email", "maria@example.org", "message", text))
              .send(fixture.function());
      assertThat(reply.status()).isEqualTo(200);
      assertThat(fixture.dump()).anyMatch(item -> item.contains("AttributeValue(S=" + text + ")"));
    }
  }

  @Test
  void submit_isInvalid_whenABlankValueIsTooLongOrHidesControlCharacters() {
    for (String blank :
        List.of(" ".repeat(100_000), "\u001c".repeat(50), "x" + " ".repeat(90_000))) {
      Reply reply =
          HttpCall.of("POST /f/{form}")
              .path("form", "contact")
              .json(Map.of("email", "a@b.cd", "message", "hi", "name", blank))
              .send(fixture.function());

      assertThat(reply.status()).isEqualTo(422);
    }
    assertThat(fixture.dump()).isEmpty();
  }

  @Test
  void submit_answersAsTheFirst_whenSentTwiceWithinAMinute() {
    Object first = id(TableFixture.signup().send(fixture.function()));
    List<String> before = fixture.dump();

    Object second = id(TableFixture.signup().send(fixture.function()));

    assertThat(second).isEqualTo(first);
    assertThat(fixture.dump()).isEqualTo(before);
  }

  @Test
  void submit_isNew_whenAMinuteHasPassedAndTheTableStillHoldsTheOldTrace() {
    Object first = id(TableFixture.signup().send(fixture.function()));
    clockOn(Duration.ofMinutes(1));

    assertThat(id(TableFixture.signup().send(fixture.function()))).isNotEqualTo(first);
    assertThat(fixture.dump()).hasSize(5);
  }

  @Test
  void submit_answersAsTheFirst_whenTheFirstWasInThePeriodBefore() {
    clockOn(Duration.ofMinutes(5).minusSeconds(1));
    Object first = id(TableFixture.signup().send(fixture.function()));
    clockOn(Duration.ofSeconds(59));
    Object second = id(TableFixture.signup().send(fixture.function()));
    clockOn(Duration.ofSeconds(1));
    Object third = id(TableFixture.signup().send(fixture.function()));

    assertThat(second).isEqualTo(first);
    assertThat(third).isNotEqualTo(first);
    assertThat(fixture.kept("signup")).hasSize(2);
  }

  @Test
  void key_keepsItsAnswer_evenWhenItsContentWasThereAlready() {
    Object first = id(TableFixture.signup().send(fixture.function()));
    id(TableFixture.signup().header("idempotency-key", "k").send(fixture.function()));
    clockOn(Duration.ofHours(1));

    Reply repeat = TableFixture.signup().header("idempotency-key", "k").send(fixture.function());

    assertThat(id(repeat)).isEqualTo(first);
    assertThat(fixture.dump()).hasSize(4);
  }

  @Test
  void key_isRefused_whenUsedForSomethingElse() {
    id(TableFixture.signup().header("idempotency-key", "k").send(fixture.function()));
    List<String> before = fixture.dump();

    Reply other =
        TableFixture.signup()
            .body(TableFixture.URLENCODED, TableFixture.SIGNUP + "&country=DE")
            .header("idempotency-key", "k")
            .send(fixture.function());

    assertThat(other.status()).isEqualTo(422);
    assertThat(fixture.dump()).isEqualTo(before);
  }

  @Test
  void submit_makesOneRecord_whenAHundredClicksArriveAtOnce() throws Exception {
    FormsFunction function = fixture.function();
    List<Object> ids = new ArrayList<>();
    ExecutorService clicks = Executors.newFixedThreadPool(16);
    try {
      List<Future<Reply>> replies = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        replies.add(clicks.submit(() -> TableFixture.signup().send(function)));
      }
      for (Future<Reply> reply : replies) {
        ids.add(id(reply.get()));
      }
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    } finally {
      clicks.shutdown();
    }

    assertThat(ids).hasSize(100).containsOnly(ids.get(0));
    assertThat(fixture.dump()).hasSize(3);
  }

  @Test
  void eraseSignups_removesAllOfTheMailboxAndNothingElse_howeverItWasSpelled() {
    TableFixture.signup().send(fixture.function());
    clockOn(Duration.ofMinutes(2));
    TableFixture.signup()
        .body(TableFixture.URLENCODED, TableFixture.SIGNUP.replace("maria%40", "MARIA%40"))
        .send(fixture.function());
    HttpCall.of("POST /f/{form}")
        .path("form", "contact")
        .json(Map.of("email", "maria@example.org", "message", "To the owner"))
        .send(fixture.function());

    fixture.store().eraseSignups(Digest.of("maria@example.org"));
    List<String> once = fixture.dump();
    fixture.store().eraseSignups(Digest.of("maria@example.org"));

    assertThat(once).noneMatch(item -> item.contains("Maria")).anyMatch(i -> i.contains("owner"));
    assertThat(fixture.dump()).isEqualTo(once);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void eraseSignups_leavesNothing_whereverItCrashedAndWasTriedAgain(Fault fault) {
    for (int k = 0; k < 2; k++) {
      TableFixture crashed = new TableFixture();
      TableFixture.signup().send(crashed.function());
      DynamoDbClient faulty = client(k, fault, new AtomicInteger());
      SubmissionStore store =
          new DynamoSubmissionStore(
              new DynamoTable(faulty, crashed.name, crashed.clock), crashed.clock);
      assertThatThrownBy(() -> store.eraseSignups(Digest.of("maria@example.org")))
          .isInstanceOf(Failure.class);

      store.eraseSignups(Digest.of("maria@example.org"));

      assertThat(crashed.dump()).noneMatch(item -> item.contains("Maria"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void submit_endsAsACleanRun_whereverItCrashedAndWasTriedAgain(Fault fault) {
    for (HttpCall call : List.of(TableFixture.signup(), keyed())) {
      endsAsACleanRun(fault, call, Duration.ZERO);
      endsAsACleanRun(fault, call, JUST_BEGUN);
    }
  }

  private static void endsAsACleanRun(Fault fault, HttpCall call, Duration later) {
    TableFixture clean = new TableFixture();
    clean.clock.advance(later);
    call.send(clean.function());
    int k = 0;
    boolean reached = true;
    while (reached) {
      TableFixture crashed = new TableFixture();
      crashed.clock.advance(later);
      AtomicInteger made = new AtomicInteger();

      Reply first = call.send(crashed.function(client(k, fault, made)));
      Reply second = call.send(crashed.function());

      reached = made.get() > k;
      assertThat(first.status()).isEqualTo(reached ? 503 : 200);
      assertThat(first.header("retry-after").isEmpty()).isNotEqualTo(reached);
      assertThat(second.status()).isEqualTo(200);
      assertThat(crashed.dumpWithoutIds()).isEqualTo(clean.dumpWithoutIds());
      k++;
    }
    assertThat(k).isGreaterThan(1);
  }

  private static DynamoDbClient client(int k, Fault fault, AtomicInteger made) {
    return FaultyDynamo.planned(
        EmbeddedDynamo.client(),
        n -> {
          made.set(n + 1);
          return n == k ? fault : Fault.NONE;
        });
  }

  private static HttpCall keyed() {
    return TableFixture.signup().header("idempotency-key", "3f6c1d2e");
  }

  private void clockOn(Duration step) {
    fixture.clock.advance(step);
  }
}
