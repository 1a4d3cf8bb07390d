package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Changes by receipts that break off, meet each other, and are tried again. */
class ReceiptCrashTest {
  private static String token(TableFixture fixture) {
    Object link = TableFixture.signup().send(fixture.function()).json().get("receipt");
    return String.valueOf(link).replaceFirst(".*/", "");
  }

  private static HttpCall correct(String token) {
    return HttpCall.of("PATCH /receipts/{token}")
        .path("token", token)
        .header("if-match", "*")
        .json(Map.of("values", Map.of("displayName", "Maria M.")));
  }

  private static HttpCall withdraw(String token) {
    return HttpCall.of("DELETE /receipts/{token}").path("token", token);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void change_endsAsACleanRun_whereverItCrashedAndWasTriedAgain(Fault fault) {
    endsAsACleanRun(fault, ReceiptCrashTest::correct);
    endsAsACleanRun(fault, ReceiptCrashTest::withdraw);
    endsAsACleanRun(
        fault, token -> HttpCall.of("DELETE /receipts/{token}/link").path("token", token));
  }

  private static void endsAsACleanRun(Fault fault, Function<String, HttpCall> change) {
    TableFixture clean = new TableFixture();
    change.apply(token(clean)).send(clean.receipts());
    int k = 0;
    boolean reached = true;
    while (reached) {
      TableFixture crashed = new TableFixture();
      HttpCall call = change.apply(token(crashed));
      AtomicInteger made = new AtomicInteger();

      Reply first = call.send(crashed.receipts(client(k, fault, made)));
      Reply second = call.send(crashed.receipts());

      reached = made.get() > k;
      assertThat(first.status() == 503).isEqualTo(reached);
      assertThat(second.status()).isBetween(200, 204);
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

  @Test
  void correction_neverBringsBack_whatIsWithdrawnAtTheSameTime() throws Exception {
    for (int round = 0; round < 10; round++) {
      TableFixture fixture = new TableFixture();
      String token = token(fixture);
      FormsReceipts receipts = fixture.receipts();
      List<HttpCall> calls = List.of(correct(token), withdraw(token), correct(token));

      List<Integer> statuses = atOnce(calls, receipts);

      assertThat(statuses.get(1)).isEqualTo(204);
      assertThat(statuses).allMatch(status -> List.of(200, 204, 410).contains(status));
      assertThat(fixture.kept("signup")).isEmpty();
      assertThat(fixture.dump()).noneMatch(item -> item.contains("Maria"));
    }
  }

  private static List<Integer> atOnce(List<HttpCall> calls, FormsReceipts receipts)
      throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<Future<Reply>> replies = new ArrayList<>();
      calls.forEach(call -> replies.add(threads.submit(() -> call.send(receipts))));
      List<Integer> statuses = new ArrayList<>();
      for (Future<Reply> reply : replies) {
        statuses.add(reply.get().status());
      }
      return statuses;
    } catch (ExecutionException failed) {
      throw new AssertionError(failed.getCause());
    } finally {
      threads.shutdown();
    }
  }
}
