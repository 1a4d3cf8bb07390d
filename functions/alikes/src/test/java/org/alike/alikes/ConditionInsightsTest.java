package org.alike.alikes;

import static org.alike.alikes.Adversary.told;
import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.MND;
import static org.alike.alikes.Members.T2D;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MovableClock;
import org.alike.testkit.Reply;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;

/** Groups here have 16 to 25 or 31 to 40 people, which are about 20 and about 35 by any key. */
class ConditionInsightsTest {
  private static final Feature FATIGUE = new Feature(Kind.SYMPTOM, "fatigue");
  private static final Feature CHOKING = new Feature(Kind.SYMPTOM, "choking");
  private static final Feature RILUZOLE = new Feature(Kind.TREATMENT, "riluzole");
  private static final Feature BIPAP = new Feature(Kind.TREATMENT, "bipap");
  private final Hierarchy hierarchy = new Hierarchy(Vocabulary.standard());
  private final List<Row> rows = new ArrayList<>();
  private int asked;

  private final ConditionInsights insights =
      new ConditionInsights(
          condition -> {
            List<Row> cohort =
                rows.stream().filter(row -> cohorts(row).contains(condition)).toList();
            return new CohortRows.Rows("version " + rows.size() + " " + asked, () -> cohort, true);
          },
          Vocabulary.standard(),
          hierarchy,
          () -> new byte[32]);

  @Test
  void answer_tellsHowCommonSymptomsAre_andHowBad() {
    people(18, ALS, Map.of(FATIGUE, Detail.of(Severity.MILD)));
    people(20, ALS, Map.of(FATIGUE, Detail.of(Severity.SEVERE)));
    people(40, ALS, Map.of());

    assertThat(told(answer(ALS), "symptoms", "fatigue"))
        .containsEntry("name", "Fatigue")
        .containsEntry("n", 35)
        .containsEntry("share", 1.0)
        .containsEntry("severity", Json.of("none", 0, "mild", 20, "moderate", 0, "severe", 20));
  }

  @Test
  void answer_tellsWhatPeopleTake_whatHelped_andWhereTheyDisagree() {
    people(33, ALS, Map.of(RILUZOLE, Detail.of(Use.CURRENT, Outcome.HELPED, "fatigue")));
    people(20, ALS, Map.of(RILUZOLE, Detail.of(Use.PAST, Outcome.WORSE)));
    people(3, ALS, Map.of(RILUZOLE, Detail.of(Use.PAST, Outcome.NO_CHANGE, "choking")));
    people(40, ALS, Map.of(BIPAP, Detail.NONE));

    Map<String, Object> riluzole = told(answer(ALS), "treatments", "riluzole");

    assertThat(riluzole)
        .containsEntry("current", 35)
        .containsEntry("outcomes", Json.of("helped", 35, "noChange", 0, "worse", 20, "tooEarly", 0))
        .containsEntry("answered", 55)
        .containsEntry("disagreement", 0.73)
        .containsEntry(
            "sideEffects", List.of(Json.of("id", "fatigue", "name", "Fatigue", "n", 35)));
    assertThat(told(answer(ALS), "treatments", "bipap"))
        .containsEntry("answered", 0)
        .doesNotContainKeys("current", "disagreement");
  }

  @Test
  void answer_namesTheConditionTheNumberAndTheMethod() {
    people(64, ALS, Map.of(FATIGUE, Detail.NONE));

    assertThat(answer(ALS))
        .containsEntry("people", "64 Alikes with ALS")
        .containsEntry("basis", "everybody")
        .containsEntry("considered", 64)
        .containsEntry("withheld", true)
        .doesNotContainKeys("capped", "counted")
        .extractingByKey("method")
        .asString()
        .startsWith("We counted what people with ALS let at least their Alikes see; numbers are");
  }

  @Test
  void symptom_countsForWhatItIsACaseOf_asBadlyAsTheWorst() {
    Feature swallowing = new Feature(Kind.SYMPTOM, "swallowing-problems");
    Map<Feature, Detail> both =
        Map.of(
            CHOKING,
            Detail.of(Severity.MODERATE),
            new Feature(Kind.SYMPTOM, "trouble-swallowing"),
            Detail.of(Severity.MILD));
    assertThat(hierarchy.closure(CHOKING)).contains(swallowing);
    people(20, ALS, both);
    people(40, ALS, Map.of());

    assertThat(told(answer(ALS), "symptoms", swallowing.id()))
        .containsEntry("severity", Json.of("none", 0, "mild", 0, "moderate", 20, "severe", 0));
  }

  @Test
  void answer_isThatOfTheSpecificCondition_whenAllButAFewHaveIt() {
    people(50, ALS, Map.of(FATIGUE, Detail.of(Severity.MILD)));
    people(9, MND, Map.of(CHOKING, Detail.NONE));
    Map<String, Object> specific = answer(ALS);
    Map<String, Object> general = answer(MND);

    assertThat(general)
        .containsEntry("people", "At least 50 Alikes with MND")
        .containsEntry("counted", specific.get("condition"));
    for (String part : List.of("considered", "told", "symptoms", "treatments", "method")) {
      assertThat(general).containsEntry(part, specific.get(part));
    }
  }

  @Test
  void answer_isTheSameToTheByte_whetherThereAreNoneOrTen() {
    String none = reply(T2D).body();
    people(10, T2D, Map.of(FATIGUE, Detail.NONE));
    asked++;

    assertThat(reply(T2D).body()).isEqualTo(none);
  }

  @Test
  void order_isByWhatIsTold() {
    people(22, ALS, Map.of(FATIGUE, Detail.NONE));
    people(18, ALS, Map.of(CHOKING, Detail.NONE));
    people(40, ALS, Map.of());

    assertThat(World.items(answer(ALS), "symptoms"))
        .extracting(item -> item.get("name"))
        .startsWith("Choking");
  }

  @Test
  void request_is404_whenThereIsNoSuchCondition() {
    assertThat(reply("no-such-thing").status()).isEqualTo(404);
  }

  private Map<String, Object> answer(String slug) {
    return reply(slug).json();
  }

  private Reply reply(String slug) {
    return HttpCall.of("GET /conditions/{slug}/insights")
        .path("slug", slug)
        .send(
            (in, out, context) ->
                org.alike.kernel.HttpEndpoint.of("Test", MovableClock.atNoon())
                    .on("GET /conditions/{slug}/insights", insights::show)
                    .handle(in, out, context));
  }

  private void people(int many, String condition, Map<Feature, Detail> told) {
    for (int n = 0; n < many; n++) {
      Row bare = Rows.row(Members.id(rows.size()));
      Set<Feature> typed = new java.util.HashSet<>(told.keySet());
      typed.add(new Feature(Kind.CONDITION, condition));
      rows.add(
          new Row(
              bare.id(),
              1,
              bare.joined(),
              typed,
              new HashMap<>(told),
              Optional.empty(),
              bare.attributes()));
    }
  }

  private List<String> cohorts(Row row) {
    return hierarchy.cohorts(
        row.typed().stream()
            .filter(feature -> feature.kind() == Kind.CONDITION)
            .map(Feature::id)
            .toList());
  }
}
