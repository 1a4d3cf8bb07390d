package org.alike.alikes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Headcounts;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * {@code GET /conditions/{slug}/insights}: what people with a condition live with, what they take
 * and what it did for them. Thread-safe.
 *
 * <p>A condition of which only "at least" a number is told answers with the insights of the more
 * specific condition that has this number: all but a few are in such a one, and the answer must not
 * tell of those few.
 */
final class ConditionInsights {
  private static final int REMEMBERED = 100;
  private final Recent<List<String>, Map<String, Object>> answers = new Recent<>(REMEMBERED);
  private final CohortRows cohorts;
  private final Vocabulary vocabulary;
  private final Hierarchy hierarchy;
  private final Supplier<byte[]> key;

  ConditionInsights(
      CohortRows cohorts, Vocabulary vocabulary, Hierarchy hierarchy, Supplier<byte[]> key) {
    this.cohorts = cohorts;
    this.vocabulary = vocabulary;
    this.hierarchy = hierarchy;
    this.key = key;
  }

  /** Answers the request. */
  Answer show(Request request) {
    Concept condition =
        vocabulary
            .find(Kind.CONDITION, request.path("slug"))
            .filter(concept -> !concept.category())
            .orElseThrow(() -> Failure.notFound("There is no such condition here."));
    CohortRows.Rows cohort = cohorts.of(condition.id());
    return Answer.ok(
        answers.get(List.of(condition.id(), cohort.version()), () -> json(condition, cohort)));
  }

  private Map<String, Object> json(Concept condition, CohortRows.Rows cohort) {
    List<Row> rows = cohort.read().get();
    if (!cohort.complete()) {
      return json(condition, new Headcount(rows.size(), true), condition, rows);
    }
    Headcounts counts = hierarchy.headcounts();
    for (int i = 0; i < rows.size(); i++) {
      counts.add(i, hierarchy.cohorts(rows.get(i)));
    }
    Headcounts.Told told = counts.of(condition.id());
    Headcount count = new Headcount(told.number(), told.atLeast());
    if (!told.atLeast()) {
      return json(condition, count, condition, count.small() ? List.of() : rows);
    }
    Concept largest = largest(condition, counts);
    List<Row> having =
        rows.stream().filter(row -> hierarchy.cohorts(row).contains(largest.id())).toList();
    return json(condition, count, largest, having);
  }

  private Map<String, Object> json(
      Concept condition, Headcount count, Concept counted, List<Row> people) {
    Bands bands = Bands.of(key.get(), counted.id(), people.stream().map(Row::id).toList());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("condition", ConditionName.json(condition));
    json.putAll(
        Json.of(
            "counted",
            counted.id().equals(condition.id()) ? null : ConditionName.json(counted),
            "people",
            count.label(ConditionName.shortest(condition)),
            "basis",
            "everybody",
            "considered",
            count.small() ? null : count.number()));
    json.putAll(Insights.of(people, bands, vocabulary, hierarchy::closure));
    json.put(
        "method",
        "We counted what people with %s let at least their Alikes see; %s"
            .formatted(ConditionName.shortest(counted), Insights.ROUNDED));
    return json;
  }

  /** The special case of the condition whose number is told for it. */
  private Concept largest(Concept condition, Headcounts counts) {
    Headcounts.Told exact = new Headcounts.Told(counts.of(condition.id()).number(), false);
    return counts.ids().stream()
        .filter(id -> hierarchy.isNarrower(id, condition.id()) && counts.of(id).equals(exact))
        .sorted()
        .findFirst()
        .flatMap(id -> vocabulary.find(Kind.CONDITION, id))
        .orElseThrow();
  }
}
