package org.alike.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.BiFunction;
import org.alike.store.Query;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.Reply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A function may die at any call to the table: trying again ends as if nothing had happened. */
class CrashTest {
  private static final Map<String, Object> THREAD =
      Map.of("title", "How do you sleep?", "text", "I don't.", "visibility", "public");

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void startingAThread_endsAsACleanRun_whenTriedAgainWithTheSameKey(Fault fault) {
    BiFunction<Site, String, Reply> start =
        (site, thread) ->
            Site.starting(World.ALS)
                .as("m1")
                .header("idempotency-key", "key-1")
                .json(Map.of("title", "Another thread", "text", "Words"))
                .send(site.function);

    assertThat(crashesSurvived(start, fault)).isGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void replying_endsAsACleanRun_whenTriedAgainWithTheSameKey(Fault fault) {
    BiFunction<Site, String, Reply> reply =
        (site, thread) ->
            Site.replying(thread)
                .as("m1")
                .header("idempotency-key", "key-1")
                .json(Map.of("text", "Words"))
                .send(site.function);

    assertThat(crashesSurvived(reply, fault)).isGreaterThanOrEqualTo(5);
  }

  /** Crashes at every call in turn; returns how many calls there were to crash at. */
  private static int crashesSurvived(BiFunction<Site, String, Reply> action, Fault fault) {
    Site clean = prepared();
    Reply expected = action.apply(clean.through(EmbeddedDynamo.client()), thread(clean));
    assertThat(expected.status()).isEqualTo(201);
    for (int k = 0; ; k++) {
      Site site = prepared();
      Site dying = site.through(FaultyDynamo.failingAt(EmbeddedDynamo.client(), k, fault));
      Reply first = action.apply(dying, thread(site));
      Reply again = action.apply(site.through(EmbeddedDynamo.client()), thread(site));

      assertThat(again.status()).isEqualTo(201);
      assertThat(again.body()).as("after a crash at call " + k).isEqualTo(expected.body());
      assertThat(again.headers()).isEqualTo(expected.headers());
      assertThat(site.dump()).as("after a crash at call " + k).isEqualTo(clean.dump());
      if (first.status() == 201) {
        return k;
      }
      assertThat(first.status()).isEqualTo(503);
      assertThat(first.header("retry-after")).isNotEmpty();
    }
  }

  private static Site prepared() {
    Site site = Site.open().knowing("m1", "Ines");
    assertThat(site.start("m1", THREAD).status()).isEqualTo(201);
    return site;
  }

  private static String thread(Site site) {
    return site.table.query(Query.partition("FEED#ALL#public")).items().get(0).key().sort();
  }
}
