package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.T2D;
import static org.alike.alikes.Members.id;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MeteredDynamo;
import org.alike.testkit.MovableClock;
import org.alike.testkit.Reply;
import org.alike.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both functions over a real engine. */
class AlikesFunctionTest {
  private static final Path EVENTS = Path.of("../../events/alikes");
  private final MovableClock clock = MovableClock.atNoon();
  private final String table = EmbeddedDynamo.newTable();
  private final AlikesSubscriber subscriber =
      Stored.subscriber(EmbeddedDynamo.client(), table, clock);
  private final AlikesFunction function = Stored.function(EmbeddedDynamo.client(), table, clock);

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
    assertThat(
            new DynamoMemberStore(new DynamoTable(EmbeddedDynamo.client(), table, clock), clock)
                .find("ada"))
        .contains(
            new Joined(
                MemberTold.person(full),
                1,
                new Hierarchy(Vocabulary.standard()).cohorts(List.of(ALS)),
                List.of()));
  }

  @ParameterizedTest
  @CsvSource({"13, 1.0, 1.5", "1000, 1.5, 2.0"})
  void requests_readTheLogAndTheCallerOnly_whenWarm(int people, double open, double own) {
    String filled = EmbeddedDynamo.newTable();
    AlikesSubscriber filling = Stored.subscriber(EmbeddedDynamo.client(), filled, clock);
    for (int number = 0; number < people; number++) {
      EventCall.deliver(filling, typical(number).changed(1));
    }
    MeteredDynamo meter = new MeteredDynamo();
    AlikesFunction warm = Stored.function(meter.client(), filled, clock);
    HttpCall page = HttpCall.of("GET /conditions/{slug}/alikes").path("slug", ALS);
    HttpCall mine = HttpCall.of("GET /me/alikes").as("0190c1a2-8000-7000-8000-" + id(0));
    page.send(warm);
    mine.send(warm);

    meter.reset();
    page.send(warm);
    assertThat(meter.requests()).isEqualTo(1);
    assertThat(meter.read()).isLessThanOrEqualTo(open);
    meter.reset();
    mine.send(warm);
    assertThat(meter.requests()).isEqualTo(2);
    assertThat(meter.read()).isLessThanOrEqualTo(own);
  }

  @Test
  void eventFiles_areAllHandled() throws IOException {
    Members spanish = member("other", ALS).with("languages", List.of("de", "es"));
    EventCall.deliver(subscriber, spanish.treatments("riluzole").changed(1));
    Members second = member("019ab1c2-8000-7000-8000-000000000002", ALS);
    EventCall.deliver(subscriber, second.with("languages", List.of("de")).changed(1));

    EventCall.send(subscriber, file("member-changed"));

    assertThat(answer("count-of-condition")).contains("Fewer than 11");
    assertThat(answer("my-alikes")).contains("Name of other");
    assertThat(answer("my-alikes-filtered")).contains("statusCode\":200");
    assertThat(answer("my-alike")).contains("statusCode\":200");
    EventCall.send(subscriber, file("members-parted"));
    assertThat(answer("my-alike")).contains("statusCode\":404");
    EventCall.send(subscriber, file("members-reunited"));
    assertThat(answer("my-alike")).contains("statusCode\":200");
    assertThat(answer("insights-of-condition")).contains("Fewer than 11");
    assertThat(answer("my-insights")).contains("like-me");
    EventCall.send(subscriber, file("member-erased"));
    assertThat(answer("my-alikes")).contains("statusCode\":403");
    try (Stream<Path> files = Files.list(EVENTS)) {
      assertThat(files).as("every file is used above").hasSize(10);
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

  private static Members typical(int number) {
    return member("0190c1a2-8000-7000-8000-" + id(number), ALS)
        .symptoms("trouble-swallowing", "muscle-cramps", "slurred-speech")
        .treatments("riluzole", "physical-therapy")
        .with("birthYear", 1970)
        .with("sex", "female")
        .with("country", "AT");
  }
}
