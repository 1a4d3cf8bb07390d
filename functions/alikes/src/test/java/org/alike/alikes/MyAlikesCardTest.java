package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.MIGRAINE;
import static org.alike.alikes.Members.T2D;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alike.kernel.Json;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What members see of each other, and of whom nothing. */
class MyAlikesCardTest {
  private static final String ME = uuid(1);
  private static final String OTHER = uuid(2);

  @Test
  void card_hasTheFieldsThatAreShownToAlikesOrWider() {
    World world = World.of(Stream.of(member(ME, ALS), full("alikes")));

    Map<String, Object> card = card(world.alikesFor(ME));

    assertThat(card)
        .containsEntry("displayName", "Name of " + OTHER)
        .containsEntry("country", "AT")
        .containsEntry("region", "Vienna")
        .containsEntry("ageBand", "50-59")
        .containsEntry("sex", "female")
        .containsEntry("languages", List.of("de", "en"))
        .containsEntry("about", "I paint.")
        .containsEntry(
            "conditions",
            List.of(
                Json.of(
                    "id",
                    ALS,
                    "name",
                    "Amyotrophic Lateral Sclerosis",
                    "label",
                    "Amyotrophic Lateral Sclerosis (ALS)",
                    "firstSymptoms",
                    2023,
                    "diagnosed",
                    2024,
                    "stage",
                    "limb onset")))
        .containsEntry(
            "treatments",
            List.of(
                Json.of(
                    "id", "riluzole",
                    "name", "Riluzole",
                    "label", "Riluzole",
                    "use", "current",
                    "outcome", "helped",
                    "sideEffects", List.of(Json.of("id", "fatigue", "name", "Fatigue")))));
    assertThat(card.toString()).doesNotContain("1970");
  }

  @Test
  void card_hasNothingElse_whenItIsForMatchingOnly() {
    World world = World.of(Stream.of(member(ME, ALS), full("matching")));

    Reply reply = world.alikesFor(ME);

    assertThat(card(reply)).containsOnlyKeys("id", "displayName", "conditions");
    assertThat(reply.body()).doesNotContain("Vienna", "paint", "female", "riluzole", "fatigue");
  }

  @Test
  void publicCard_hasPublicFieldsOnly() {
    Stream<Members> others = IntStream.range(10, 22).mapToObj(n -> member(uuid(n), ALS));
    Map<String, Object> shown = shown("members");
    shown.putAll(Map.of("displayName", "public", "conditions", "public", "about", "public"));
    World world = World.of(Stream.concat(Stream.of(full("members").with("shown", shown)), others));

    List<Map<String, Object>> cards = World.items(world.alikesOf(ALS).json(), "items");

    assertThat(cards).hasSize(1);
    assertThat(cards.get(0)).containsOnlyKeys("id", "displayName", "conditions", "about");
  }

  @Test
  void member_isListedNowhere_whenNameOrConditionsAreHidden() {
    for (String hidden : List.of("displayName", "conditions")) {
      Map<String, Object> shown = shown("public");
      shown.put(hidden, "matching");
      World world = World.of(Stream.of(member(ME, ALS), full("public").with("shown", shown)));

      assertThat(World.listed(world.alikesFor(ME))).isEmpty();
      assertThat(world.alikeOf(ME, OTHER).status()).isEqualTo(404);
    }
  }

  @Test
  void show_isTheItemOfTheList() {
    World world =
        World.of(
            Stream.of(
                member(ME, ALS, T2D).symptoms("fatigue"),
                full("alikes").with("conditions", List.of(T2D, ALS))));

    assertThat(world.alikeOf(ME, OTHER).json())
        .isEqualTo(World.items(world.alikesFor(ME).json(), "items").get(0));
    assertThat(world.alikeOf(ME, OTHER, "condition", T2D).json())
        .isEqualTo(World.items(world.alikesFor(ME, "condition", T2D).json(), "items").get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"me", "hidden", "elsewhere", "erased", "withdrawn", "blocked", "nobody"})
  void show_is404ToTheByte_whoeverIsNotListed(String who) {
    Map<String, String> ids =
        Map.of(
            "me",
            ME,
            "hidden",
            uuid(3),
            "elsewhere",
            uuid(4),
            "erased",
            uuid(5),
            "withdrawn",
            uuid(6),
            "blocked",
            OTHER,
            "nobody",
            uuid(9));
    World world =
        World.of(
            Stream.of(
                member(ME, ALS),
                member(OTHER, ALS),
                member(uuid(3), ALS).seenBy("matching"),
                member(uuid(4), MIGRAINE),
                member(uuid(5), ALS),
                member(uuid(6), ALS)));
    world.hear(member(uuid(5)).erased(2));
    world.hear(withdrawn(uuid(6)).changed(2));
    world.hear(member(OTHER).parted(ME, 1));

    Reply reply = world.alikeOf(ME, ids.getOrDefault(who, ""));

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).isEqualTo(world.alikeOf(ME, uuid(8)).body());
    assertThat(world.alikeOf(ME, "x".repeat(5_000)).status()).isEqualTo(404);
  }

  @Test
  void blocks_holdBothWays_andEnd() {
    World world = World.of(Stream.of(member(ME, ALS), member(OTHER, ALS), member(uuid(3), ALS)));

    world.hear(member(ME).parted(OTHER, 1));
    world.hear(member(uuid(3)).parted(ME, 1));
    assertThat(World.listed(world.alikesFor(ME))).isEmpty();
    assertThat(world.alikesFor(ME).json()).containsEntry("considered", 0);
    assertThat(World.listed(world.alikesFor(OTHER))).containsExactly(uuid(3));

    world.hear(member(ME).reunited(OTHER, 2));
    world.hear(member(ME).parted(OTHER, 1));
    assertThat(World.listed(world.alikesFor(ME))).containsExactly(OTHER);
  }

  @Test
  void withdrawal_takesOutOfEverythingAtOnce_andCanBeUndone() {
    World world =
        World.of(IntStream.range(1, 13).mapToObj(n -> member(uuid(n), ALS).symptoms("fatigue")));
    assertThat(world.alikesOf(ALS).json()).containsEntry("count", 12);

    world.hear(withdrawn(ME).changed(2));

    assertThat(world.alikesOf(ALS).json()).containsEntry("count", 11);
    assertThat(world.alikesFor(ME).status()).isEqualTo(403);
    assertThat(world.alikeOf(ME, OTHER).status()).isEqualTo(403);
    assertThat(world.alikesFor(OTHER, "limit", "50").body()).doesNotContain(ME);
    world.hear(member(ME, ALS).changed(3));
    assertThat(world.alikesOf(ALS).json()).containsEntry("count", 12);
  }

  @Test
  void wishes_holdFromBothSides() {
    World world =
        World.of(
            Stream.of(
                member(ME, ALS).with("sex", "female").with("birthYear", 1970),
                member(OTHER, ALS).with("sex", "male").with("wishes", Map.of("sex", true)),
                member(uuid(3), ALS).with("birthYear", 1990).with("wishes", Map.of("years", 10)),
                member(uuid(4), ALS).with("birthYear", 1975).with("wishes", Map.of("years", 10))));

    assertThat(World.listed(world.alikesFor(ME))).containsExactly(uuid(4));
    assertThat(World.listed(world.alikesFor(OTHER))).isEmpty();
  }

  @Test
  void wishes_goByNothingThatIsHidden() {
    Members mine = member(ME, ALS).with("sex", "female").with("wishes", Map.of("sex", true));
    Members hiding = member(OTHER, ALS).with("sex", "female").with("shown", shownBut("sex"));
    Members open = member(uuid(3), ALS).with("sex", "female").with("shown", shownBut("about"));
    World world = World.of(Stream.of(mine, hiding, open));

    assertThat(World.listed(world.alikesFor(ME))).containsExactly(uuid(3));
    assertThat(World.listed(world.alikesFor(OTHER))).containsExactly(uuid(3));
  }

  @Test
  void list_showsPeopleOfOtherConditions_onlyAsAnyMemberSeesThem() {
    World world = World.of(Stream.of(member(ME, MIGRAINE), full("alikes")));
    World open = World.of(Stream.of(member(ME, MIGRAINE), member(OTHER, ALS).seenBy("members")));

    assertThat(World.listed(world.alikesFor(ME, "condition", ALS))).isEmpty();
    assertThat(World.listed(open.alikesFor(ME, "condition", ALS))).hasSize(1);
  }

  private static Map<String, Object> shownBut(String hidden) {
    Map<String, Object> shown = new TreeMap<>();
    List.of("displayName", "conditions", "sex", "about").forEach(f -> shown.put(f, "alikes"));
    shown.put(hidden, "matching");
    return shown;
  }

  @Test
  void shared_namesNothingThatFewHave_unlessBothShowItToAllMembers() {
    Members mine = member(ME, ALS).symptoms("fatigue");
    Members open = full("members").symptoms("fatigue");
    Members reserved = full("alikes").symptoms("fatigue");

    assertThat(shared(World.of(Stream.of(mine, open)))).contains("Fatigue");
    assertThat(shared(World.of(Stream.of(mine, reserved)))).doesNotContain("Fatigue");
    Stream<Members> many =
        IntStream.range(10, 20).mapToObj(n -> member(uuid(n), ALS).symptoms("fatigue"));
    assertThat(shared(World.of(Stream.concat(Stream.of(mine, reserved), many))))
        .contains("Fatigue");
  }

  @Test
  void answer_saysHowSureItIs_andAsksForWhatWouldSharpenIt() {
    World world =
        World.of(
            Stream.concat(
                Stream.of(member(ME, ALS)),
                IntStream.range(10, 50)
                    .mapToObj(
                        n ->
                            member(uuid(n), ALS)
                                .symptoms(n % 2 == 0 ? "fatigue" : "choking", "falls"))));

    Map<String, Object> json = world.alikesFor(ME).json();

    assertThat(json).containsEntry("sure", "vague");
    Map<String, Object> ask = Json.asObject(json.get("ask")).orElseThrow();
    assertThat(ask)
        .containsEntry("field", "symptoms")
        .containsEntry("label", "Which symptoms do you have?");
    assertThat(String.valueOf(ask.get("examples"))).contains("fatigue", "choking");
    assertThat(World.items(json, "items").get(0)).containsKey("sure");
  }

  private static String shared(World world) {
    return World.items(world.alikesFor(ME).json(), "items").stream()
        .filter(item -> String.valueOf(item.get("member")).contains(OTHER))
        .map(item -> String.valueOf(item.get("shared")))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> card(Reply reply) {
    List<Map<String, Object>> items = World.items(reply.json(), "items");
    return Json.asObject(items.get(0).get("member")).orElseThrow();
  }

  private static Members withdrawn(String id) {
    return member(id)
        .with("displayName", "")
        .with("shown", Map.of())
        .with("visibility", "matching")
        .with("matchable", false);
  }

  /** Somebody who has told all there is, and shows this audience all but name and conditions. */
  private static Members full(String audience) {
    return member(OTHER, ALS)
        .symptoms("fatigue")
        .treatments("riluzole")
        .with("birthYear", 1970)
        .with("sex", "female")
        .with("country", "AT")
        .with("region", "Vienna")
        .with("languages", List.of("de", "en"))
        .with("about", "I paint.")
        .with(
            "details",
            Map.of(
                "conditions",
                List.of(
                    Json.of(
                        "id",
                        ALS,
                        "firstSymptoms",
                        2023,
                        "diagnosed",
                        2024,
                        "stage",
                        "limb onset")),
                "treatments",
                List.of(
                    Json.of(
                        "id", "riluzole",
                        "use", "current",
                        "outcome", "helped",
                        "sideEffects", List.of("fatigue")))))
        .with("shown", shown(audience));
  }

  private static Map<String, Object> shown(String audience) {
    Map<String, Object> shown = new LinkedHashMap<>();
    for (CardField field : CardField.values()) {
      shown.put(field.wireName(), audience);
    }
    shown.put("displayName", "alikes");
    shown.put("conditions", "alikes");
    return shown;
  }

  private static String uuid(int number) {
    return "019ab1c2-8000-7000-8000-%012d".formatted(number);
  }
}
