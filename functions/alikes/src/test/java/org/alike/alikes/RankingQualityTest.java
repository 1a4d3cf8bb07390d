package org.alike.alikes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.alike.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether somebody like me comes first, on profiles of which it is known who is like whom. */
class RankingQualityTest {
  private static final int YEAR = 2026;
  private static final String SHIPPED = "shipped, in whole percent";
  private static final String JACCARD = "Jaccard, typed";
  private static final String COSINE = "TF-IDF cosine, typed";

  @Test
  void files_areWhatTheGeneratorMakes() {
    assertThat(InventedProfiles.lines("profiles-full.jsonl").toList())
        .isEqualTo(InventedProfiles.full());
  }

  /** Made with the vocabulary of its day: another one may have other parents. */
  @Test
  void shortProfiles_areOfTheSamePeople_whoTellFiveThingsAtMost() {
    List<ProfileLine> brief =
        InventedProfiles.lines("profiles-short.jsonl").map(ProfileLine::of).toList();

    assertThat(brief).allMatch(line -> line.row().typed().size() <= 5);
    assertThat(brief)
        .extracting(line -> line.row().id())
        .isEqualTo(
            InventedProfiles.full().stream().map(line -> ProfileLine.of(line).row().id()).toList());
  }

  @Test
  void groups_nameOnlyWhatTheVocabularyKnows() {
    assertThat(InventedProfiles.named())
        .allMatch(named -> Vocabulary.standard().find(named.kind(), named.id()).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"profiles-full.jsonl", "profiles-short.jsonl", "handwritten.jsonl"})
  void ranking_findsTheOwnGroupSoonerThanJaccardAndCosineDo(String file) {
    List<ProfileLine> profiles = shuffled(file);
    Map<String, Double> among = judge(List.of(profiles));
    Map<String, Double> within = judge(cohorts(profiles));

    print("MRR, " + file, "everybody", "same condition");
    among.forEach(
        (name, rank) -> print(name, number(rank), number(within.getOrDefault(name, 0.0))));

    for (Map<String, Double> ranks : List.of(among, within)) {
      assertThat(ranks.get(SHIPPED)).isGreaterThan(ranks.get(JACCARD));
      assertThat(ranks.get(SHIPPED)).isGreaterThan(ranks.get(COSINE));
    }
  }

  @Test
  void measure_isTheLikenessThatMembersSee() {
    List<Traits> people =
        shuffled("handwritten.jsonl").stream()
            .map(line -> line.row().traits(Rows.CLOSURE))
            .toList();
    LikenessParameters shipped = LikenessParameters.shipped();
    Likeness likeness = new Likeness(Weights.among(people, shipped), YEAR);

    for (Traits one : people) {
      assertThat(people.stream().mapToDouble(likeness(people, shipped, true).to(one)).toArray())
          .isEqualTo(people.stream().mapToDouble(other -> likeness.points(one, other)).toArray());
    }
  }

  /** So that groups do not stand together, and ties help nobody. */
  private static List<ProfileLine> shuffled(String file) {
    List<ProfileLine> profiles =
        new ArrayList<>(InventedProfiles.lines(file).map(ProfileLine::of).toList());
    Collections.shuffle(profiles, new Random(1));
    return profiles;
  }

  private static Collection<List<ProfileLine>> cohorts(List<ProfileLine> profiles) {
    return profiles.stream()
        .collect(
            Collectors.groupingBy(line -> line.note("cohort"), TreeMap::new, Collectors.toList()))
        .values();
  }

  /** The mean over all people, each looking among those of the same list. */
  private static Map<String, Double> judge(Collection<List<ProfileLine>> pools) {
    int people = pools.stream().mapToInt(List::size).sum();
    Map<String, Double> ranks = new LinkedHashMap<>();
    for (List<ProfileLine> pool : pools) {
      List<Traits> traits = pool.stream().map(line -> line.row().traits(Rows.CLOSURE)).toList();
      List<String> groups = pool.stream().map(line -> line.note("group")).toList();
      measures(traits)
          .forEach(
              (name, measure) ->
                  ranks.merge(
                      name,
                      Baselines.meanReciprocalRank(traits, groups, measure) * pool.size() / people,
                      Double::sum));
    }
    return ranks;
  }

  private static Map<String, Baselines.Measure> measures(List<Traits> people) {
    Map<String, Baselines.Measure> measures = new LinkedHashMap<>();
    measures.put("chance", one -> other -> 0);
    measures.put(JACCARD, Baselines.jaccard(Traits::typed));
    measures.put(COSINE, Baselines.cosine(people, Traits::typed));
    measures.put("BM25, typed", Baselines.bm25(people, Traits::typed));
    measures.put("Jaccard, closed", Baselines.jaccard(Traits::features));
    measures.put("TF-IDF cosine, closed", Baselines.cosine(people, Traits::features));
    measures.put("BM25, closed", Baselines.bm25(people, Traits::features));
    LikenessParameters shipped = LikenessParameters.shipped();
    measures.put("likeness, untuned", likeness(people, LikenessParameters.untuned(), false));
    measures.put("likeness, tuned", likeness(people, LikenessParameters.tuned(), false));
    measures.put("likeness, shipped", likeness(people, shipped, false));
    measures.put(SHIPPED, likeness(people, shipped, true));
    return measures;
  }

  private static Baselines.Measure likeness(
      List<Traits> people, LikenessParameters parameters, boolean inPoints) {
    return new LikenessMeasure(people, parameters, YEAR, inPoints);
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }

  private static void print(String name, String among, String within) {
    System.out.println(String.format(Locale.ROOT, "%-26s %10s %15s", name, among, within));
  }
}
