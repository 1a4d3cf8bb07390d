package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.T2D;
import static org.alike.alikes.Members.id;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MovableClock;
import org.alike.testkit.Reply;
import org.alike.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Both functions over a real engine. */
class AlikesFunctionTest {
  private static final Path EVENTS = Path.of("../../events/alikes");
  private final MovableClock clock = MovableClock.atNoon();
  private final CohortStore store = store(EmbeddedDynamo.client(), EmbeddedDynamo.newTable());
  private final AlikesSubscriber subscriber =
      new AlikesSubscriber(store, Vocabulary.standard(), clock);
  private final AlikesFunction function = function(store);

  @Test
  void count_isExactlyAThousand_whenAThousandMembersJoinAtOnce() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    for (int number = 0; number < 1_000; number++) {
      DomainEvent event = member(id(number), T2D).symptoms("fatigue").changed(1);
      threads.execute(() -> EventCall.deliver(subscriber, event));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();

    assertThat(alikesOf(T2D).json())
        .containsEntry("count", 1_000)
        .containsEntry("countLabel", "1000 Alikes with T2D");
    assertThat(alikesFor(id(7)).json()).containsEntry("considered", 999);
  }

  @Test
  void cohort_comesBackAsItWasWritten() {
    DomainEvent full =
        member("ada", ALS)
            .symptoms("fatigue", "muscle-cramps")
            .treatments("riluzole")
            .with("birthYear", 1970)
            .with("sex", "female")
            .with("country", "AT")
            .seenBy("public")
            .changed(1);
    EventCall.deliver(subscriber, full);
    World world = new World();
    world.hear(full);

    assertThat(alikesOf(ALS).body()).isEqualTo(world.alikesOf(ALS).body());
    assertThat(store.cohort(ALS, 10).people())
        .containsExactly(((Joined) store.find("ada").orElseThrow()).person());
  }

  @Test
  void cohort_saysThatThereAreMore_whenNotAllAreRead() {
    IntStream.range(0, 12)
        .forEach(n -> EventCall.deliver(subscriber, member(id(n), ALS).changed(1)));

    assertThat(store.cohort(ALS, 11).complete()).isFalse();
    assertThat(store.cohort(ALS, 11).people()).hasSize(11);
    assertThat(store.cohort(ALS, 12).complete()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"13, 1, 1.5", "1000, 42, 42.5"})
  void requests_readOneCohortAndTheCaller_withinTheseUnits(int people, double open, double own) {
    String table = EmbeddedDynamo.newTable();
    AlikesSubscriber filling =
        new AlikesSubscriber(store(EmbeddedDynamo.client(), table), Vocabulary.standard(), clock);
    for (int number = 0; number < people; number++) {
      EventCall.deliver(filling, typical(number).changed(1));
    }
    MeteredDynamo ofPage = new MeteredDynamo(EmbeddedDynamo.client());
    MeteredDynamo ofMine = new MeteredDynamo(EmbeddedDynamo.client());

    HttpCall.of("GET /conditions/{slug}/alikes")
        .path("slug", ALS)
        .send(function(store(ofPage.client(), table)));
    HttpCall.of("GET /me/alikes")
        .as("0190c1a2-8000-7000-8000-" + id(0))
        .send(function(store(ofMine.client(), table)));

    assertThat(ofPage.requests()).isEqualTo(1);
    assertThat(ofPage.units()).isLessThanOrEqualTo(open);
    assertThat(ofMine.requests()).isEqualTo(2);
    assertThat(ofMine.units()).isLessThanOrEqualTo(own);
  }

  @Test
  void eventFiles_areAllHandled() throws IOException {
    EventCall.deliver(subscriber, member("other", ALS).treatments("riluzole").changed(1));

    EventCall.send(subscriber, file("member-changed"));

    assertThat(answer("count-of-condition")).contains("Fewer than 11");
    assertThat(answer("my-alikes")).contains("Name of other");
    assertThat(answer("my-alikes-filtered")).contains("statusCode\":200");
    assertThat(answer("insights-of-condition")).contains("Fewer than 11");
    assertThat(answer("my-insights")).contains("like-me");
    EventCall.send(subscriber, file("member-erased"));
    assertThat(answer("my-alikes")).contains("statusCode\":403");
    try (Stream<Path> files = Files.list(EVENTS)) {
      assertThat(files).as("every file is used above").hasSize(7);
    }
  }

  private String answer(String name) throws IOException {
    return EventCall.send(function, file(name)).output();
  }

  private static Map<String, Object> file(String name) throws IOException {
    return Json.trusted(Files.readString(EVENTS.resolve(name + ".json")));
  }

  private Reply alikesOf(String slug) {
    return HttpCall.of("GET /conditions/{slug}/alikes").path("slug", slug).send(function);
  }

  private Reply alikesFor(String memberId) {
    return HttpCall.of("GET /me/alikes").as(memberId).send(function);
  }

  private AlikesFunction function(CohortStore cohorts) {
    return new AlikesFunction(cohorts, Vocabulary.standard(), () -> new byte[32], clock);
  }

  private CohortStore store(DynamoDbClient client, String table) {
    return new DynamoCohortStore(new DynamoTable(client, table, clock), clock);
  }

  private static Members typical(int number) {
    return member("0190c1a2-8000-7000-8000-" + id(number), ALS)
        .symptoms("trouble-swallowing", "muscle-cramps", "slurred-speech")
        .treatments("riluzole", "physical-therapy")
        .with("birthYear", 1970)
        .with("sex", "female")
        .with("country", "AT");
  }
}
