package org.alike.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.alike.kernel.Failure;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.MovableClock;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class TransactionWriterTest {
  private final String name = EmbeddedDynamo.newTable();

  @Test
  void transactions_allCountOnce_whenThreeInTenMeetAConflict() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    DynamoTable table = table(() -> calls.incrementAndGet() % 10 < 3);
    Key counter = Key.of("COUNTER", "X");
    table.write(Write.put(Item.of(counter).with("n", 0)));

    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Outcome>> outcomes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Key entry = Key.of("ENTRY", "e" + i);
      outcomes.add(
          threads.submit(
              () ->
                  table.write(
                      Write.put(Item.of(entry)).ifAbsent(),
                      Write.update(counter, "SET #n = #n + ?", 1))));
    }
    for (Future<Outcome> outcome : outcomes) {
      assertThat(outcome.get().done()).isTrue();
    }
    threads.shutdown();

    assertThat(table.get(counter).orElseThrow().number("n")).isEqualTo(200);
    assertThat(table.query(Query.partition("ENTRY")).items()).hasSize(200);
  }

  @Test
  void transaction_isUnavailableAndWritesNothing_whenConflictsDoNotEnd() {
    DynamoTable table = table(() -> true);

    assertThatThrownBy(
            () ->
                table.write(
                    Write.put(Item.of(Key.of("A", "1"))), Write.put(Item.of(Key.of("A", "2")))))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.UNAVAILABLE));

    assertThat(EmbeddedDynamo.dump(name)).isEmpty();
  }

  /**
   * Its own repeat, after a lost answer, must not fail the condition: transactions have a token.
   */
  @Test
  void conditionalWrite_isSentAsATransaction_evenWhenItIsTheOnlyOne() {
    AtomicInteger transactions = new AtomicInteger();
    DynamoTable table = table(() -> transactions.incrementAndGet() < 0);

    table.write(Write.put(Item.of(Key.of("A", "1"))));
    assertThat(transactions).hasValue(0);

    table.write(Write.put(Item.of(Key.of("A", "2"))).ifAbsent());
    table.write(Write.update(Key.of("A", "1"), "SET #n = ?", 1));
    assertThat(transactions).hasValue(2);
  }

  @Test
  void recognisedPut_goesWithoutATransactionAndShowsWhatStandsInItsWay_whenSentAlone() {
    AtomicInteger transactions = new AtomicInteger();
    DynamoTable table = table(() -> transactions.incrementAndGet() < 0);
    Item mine = Item.of(Key.of("A", "1")).with("owner", "me");
    Write put = Write.put(mine).ifAbsent().recognised();

    assertThat(table.write(put).done()).isTrue();
    Outcome repeat = table.write(put);

    assertThat(repeat.done()).isFalse();
    assertThat(repeat.existing().orElseThrow().text("owner")).isEqualTo("me");
    assertThat(transactions).hasValue(0);
    table.write(put, Write.delete(Key.of("B", "1")));
    assertThat(transactions).hasValue(1);
  }

  private DynamoTable table(BooleanSupplier conflict) {
    DynamoDbClient real = EmbeddedDynamo.client();
    DynamoDbClient client =
        (DynamoDbClient)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("transactWriteItems") && conflict.getAsBoolean()) {
                    throw TransactionCanceledException.builder()
                        .cancellationReasons(
                            CancellationReason.builder().code("None").build(),
                            CancellationReason.builder().code("TransactionConflict").build())
                        .build();
                  }
                  try {
                    return method.invoke(real, arguments);
                  } catch (InvocationTargetException thrown) {
                    throw thrown.getCause();
                  }
                });
    return new DynamoTable(client, name, MovableClock.atNoon());
  }
}
