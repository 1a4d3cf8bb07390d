package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {
  private static final String ME = "me";

  @ParameterizedTest
  @CsvSource({
    "symptom, swallowing-problems, swallower",
    "treatment, riluzole, taker",
    "country, AT, austrian",
    "sex, female, woman",
    "ageBand, 40-49, middle",
    "language, de, german"
  })
  void list_isThoseTheFilterAccepts(String filter, String value, String expected) {
    World world =
        World.of(
            Stream.of(
                member(ME, ALS),
                member("plain", ALS),
                member("swallower", ALS).symptoms("trouble-swallowing"),
                member("taker", ALS).treatments("riluzole"),
                member("austrian", ALS).with("country", "AT"),
                member("woman", ALS).with("sex", "female"),
                member("german", ALS).with("languages", List.of("de", "fr")),
                member("middle", ALS).with("birthYear", 1977),
                member("older", ALS).with("birthYear", 1976)));

    assertThat(World.listed(world.alikesFor(ME, filter, value))).containsExactly(expected);
    assertThat(World.listed(world.alikesFor(ME, filter, value, "condition", ALS)))
        .containsExactly(expected);
    assertThat(World.listed(world.alikesFor(ME, filter, value, "symptom", "fever"))).isEmpty();
  }

  @Test
  void list_isThoseWhoHaveAll_whenAFilterIsRepeated() {
    World world =
        World.of(
            Stream.of(
                member(ME, ALS),
                member("one", ALS).symptoms("fatigue"),
                member("both", ALS).symptoms("choking", "fatigue")));

    assertThat(World.listed(world.alikesFor(ME, "symptom", "fatigue,choking")))
        .containsExactly("both");
  }

  @Test
  void list_isNotFilteredByWhatSomebodyDoesNotShow() {
    World world =
        World.of(
            Stream.of(
                member(ME, ALS),
                member("shy", ALS)
                    .with("sex", "female")
                    .with("shown", Map.of("displayName", "alikes", "conditions", "alikes"))));

    assertThat(World.listed(world.alikesFor(ME))).containsExactly("shy");
    assertThat(World.listed(world.alikesFor(ME, "sex", "female"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "condition, canary",
    "condition, neurological-conditions",
    "symptom, canary",
    "treatment, trouble-swallowing",
    "country, canary",
    "country, at",
    "sex, canary",
    "ageBand, 40-59",
    "ageBand, 45-54",
    "ageBand, canary",
    "language, canary",
    "language, DE",
    "symptom, 'fatigue,canary'",
    "symptom, 'fatigue,'",
    "limit, 51"
  })
  void answer_is422_whenAFilterHasNoSuchValue(String filter, String value) {
    Reply reply = World.of(Stream.of(member(ME, ALS))).alikesFor(ME, filter, value);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(World.items(reply.json(), "errors").get(0)).containsEntry("pointer", filter);
    assertThat(reply.body() + reply.log()).doesNotContain("canary");
  }
}
