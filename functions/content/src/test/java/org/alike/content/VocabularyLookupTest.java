package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.alike.kernel.HttpEndpoint;
import org.alike.testkit.EventCall;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MovableClock;
import org.alike.testkit.Reply;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words are completed while they are typed, and asked back about before they are stored. */
class VocabularyLookupTest {
  private static final List<String> LETTERS =
      List.of("abcdefghijklmnopqrstuvwxyz".split("", -1)).subList(0, 26);
  private static final List<String> KINDS = List.of("condition", "symptom", "treatment");
  private final MovableClock clock = MovableClock.atNoon();
  private final InMemoryUsageStore usage = new InMemoryUsageStore();
  private final Vocabulary vocabulary = Vocabulary.standard();
  private final VocabularyLookup lookup =
      new VocabularyLookup(vocabulary, new Suggestions(vocabulary, new Popularity(usage, clock)));
  private final HttpEndpoint endpoint =
      HttpEndpoint.of("ContentFunction", clock)
          .on("GET /vocabulary", lookup::complete)
          .on("GET /vocabulary/meaning", lookup::meaning);

  @ParameterizedTest
  @CsvSource({
    "condition, T2, type-2-diabetes",
    "condition, lou, amyotrophic-lateral-sclerosis",
    "symptom, cant sw, trouble-swallowing",
    "symptom, tingl, tingling",
    "treatment, metf, metformin"
  })
  void suggestions_fitWhatIsTyped(String kind, String typed, String id) {
    List<Map<String, Object>> items = items(complete(kind, typed));

    assertThat(items).extracting(item -> item.get("id")).contains(id);
    assertThat(items.get(0)).containsEntry("kind", kind).containsKeys("name", "label", "matched");
  }

  @Test
  void suggestions_areSmall_whicheverTwoLettersAreTyped() {
    for (String kind : KINDS) {
      for (String first : LETTERS) {
        assertSmall(kind, first);
        LETTERS.forEach(second -> assertSmall(kind, first + second));
      }
    }
  }

  private void assertSmall(String kind, String typed) {
    assertThat(complete(kind, typed).body().length()).as(kind + " " + typed).isLessThan(2048);
  }

  @ParameterizedTest
  @CsvSource({
    "condition, MS, found, multiple-sclerosis",
    "condition, lou gehrigs, found, amyotrophic-lateral-sclerosis",
    "condition, diabetes, ambiguous, type-2-diabetes",
    "symptom, cant swallow, found, trouble-swallowing"
  })
  void meaning_isFoundOrAskedBack(String kind, String text, String outcome, String id) {
    Map<String, Object> json = meaning(kind, text).json();

    assertThat(json).containsEntry("outcome", outcome);
    assertThat(candidates(json)).extracting(candidate -> candidate.get("id")).contains(id);
    assertThat(candidates(json)).hasSize(outcome.equals("found") ? 1 : candidates(json).size());
    assertThat(candidates(json).get(0)).containsKeys("name", "label", "matched", "why", "say");
  }

  @ParameterizedTest
  @CsvSource({
    "Multiple sclerosis, exact",
    "MS, short-form",
    "fibro myalgia, spelling",
    "I have migraine, extra-words",
    "mirgaine, typo"
  })
  void candidate_saysWhy(String text, String why) {
    assertThat(candidates(meaning("condition", text).json()))
        .extracting(candidate -> candidate.get("why"))
        .containsExactly(why);
  }

  @Test
  void suggestions_thatFitEqually_areOrderedByPeople_thenByName() {
    List<Object> byName = ids(complete("condition", "m"));
    String last = String.valueOf(byName.get(byName.size() - 1));
    usage.keep(new Tally(Map.of(Kind.CONDITION, Map.of(last, 11))));
    clock.advance(Duration.ofMinutes(11));

    List<Object> byPeople = ids(complete("condition", "m"));

    assertThat(byPeople).startsWith(last);
    assertThat(byPeople.subList(1, byPeople.size()))
        .isEqualTo(byName.subList(0, byName.size() - 1));
  }

  @Test
  void suggestions_comeFirstByHowExactlyTheyFit_howManyPeopleThereMayBe() {
    usage.keep(new Tally(Map.of(Kind.CONDITION, Map.of("type-1-diabetes", 10_000))));

    assertThat(ids(complete("condition", "T2D"))).startsWith("type-2-diabetes");
  }

  @Test
  void suggestions_areTheSameToTheByte_whetherNobodyOrTenPeopleHaveOne() {
    String none = completeAfterCounting(0).body();

    assertThat(completeAfterCounting(10).body()).isEqualTo(none);
    assertThat(completeAfterCounting(11).body()).isNotEqualTo(none);
  }

  private Reply completeAfterCounting(int people) {
    InMemoryUsageStore counted = new InMemoryUsageStore();
    for (int i = 0; i < people; i++) {
      counted.keep(Usage.changed(Told.changed("m" + i, 1, "myasthenia-gravis")));
    }
    EventCall.send(new ContentTally(counted, vocabulary, clock), Map.of());
    Suggestions suggestions = new Suggestions(vocabulary, new Popularity(counted, clock));
    HttpEndpoint fresh =
        HttpEndpoint.of("ContentFunction", clock)
            .on("GET /vocabulary", new VocabularyLookup(vocabulary, suggestions)::complete);
    return HttpCall.of("GET /vocabulary")
        .query("kind", "condition")
        .query("q", "m")
        .send(fresh::handle);
  }

  @Test
  void candidate_saysWhichWordsMeanItAlone() {
    for (Map<String, Object> candidate : candidates(meaning("condition", "diabetes").json())) {
      Map<String, Object> said = meaning("condition", String.valueOf(candidate.get("say"))).json();

      assertThat(said).containsEntry("outcome", "found");
      assertThat(candidates(said))
          .extracting(c -> c.get("id"))
          .containsExactly(candidate.get("id"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"qqqqqqqq", "12345", "!?"})
  void meaning_isUnknown_whenThereIsNone(String text) {
    assertThat(meaning("condition", text).json())
        .isEqualTo(Map.of("outcome", "unknown", "candidates", List.of()));
    assertThat(items(complete("condition", "qqqqqqqq"))).isEmpty();
  }

  @Test
  void meaning_isRefused_whenThereIsNoText() {
    Reply none =
        HttpCall.of("GET /vocabulary/meaning").query("kind", "condition").send(endpoint::handle);

    for (Reply reply : List.of(none, meaning("condition", ""), meaning("condition", " "))) {
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.body()).contains("\"text\"");
    }
    assertThat(items(complete("condition", ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "conditions", "CONDITION", "person", "../x"})
  void kind_isRefused_whenThereIsNone(String kind) {
    for (Reply reply : List.of(complete(kind, "a"), meaning(kind, "a"))) {
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.body()).contains("\"kind\"").doesNotContain("person", "../x");
    }
  }

  @Test
  void text_isRefused_whenItIsTooLongOrNoText_andIsNeverToldBackOrLogged() {
    for (String bad : List.of("canary".repeat(40), "canary\0", "\u202ecanary")) {
      for (Reply reply : List.of(complete("condition", bad), meaning("condition", bad))) {
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).doesNotContain("canary");
        assertThat(reply.log()).hasSize(1).noneMatch(line -> line.contains("canary"));
      }
    }
    assertThat(meaning("condition", "canary disease").log())
        .noneMatch(line -> line.contains("canary"));
  }

  @Test
  void answer_isNotSentAgain_whenTheClientHasIt() {
    String tag = complete("symptom", "tin").header("etag");

    Reply again =
        HttpCall.of("GET /vocabulary")
            .query("kind", "symptom")
            .query("q", "tin")
            .query("limit", "8")
            .header("if-none-match", tag)
            .send(endpoint::handle);

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.header("cache-control")).isEqualTo(Conditions.BRIEFLY);
  }

  private Reply complete(String kind, String typed) {
    return HttpCall.of("GET /vocabulary")
        .query("kind", kind)
        .query("q", typed)
        .query("limit", "8")
        .send(endpoint::handle);
  }

  private Reply meaning(String kind, String text) {
    return HttpCall.of("GET /vocabulary/meaning")
        .query("kind", kind)
        .query("text", text)
        .send(endpoint::handle);
  }

  private static List<Object> ids(Reply reply) {
    return items(reply).stream().map(item -> item.getOrDefault("id", "")).toList();
  }

  private static List<Map<String, Object>> items(Reply reply) {
    return Events.objects(reply.json().get("items"));
  }

  private static List<Map<String, Object>> candidates(Map<String, Object> json) {
    return Events.objects(json.get("candidates"));
  }
}
