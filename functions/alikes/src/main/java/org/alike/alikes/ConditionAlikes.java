package org.alike.alikes;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Cursors;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * {@code GET /conditions/{slug}/alikes}: how many live with a condition, and the cards of those who
 * chose that anybody may see them, the newest first. Of a small group nothing is told that depends
 * on who is in it. Thread-safe.
 */
final class ConditionAlikes {
  private final CohortStore store;
  private final Vocabulary vocabulary;
  private final Hierarchy hierarchy;
  private final Cursors cursors;

  ConditionAlikes(CohortStore store, Vocabulary vocabulary, Hierarchy hierarchy, Cursors cursors) {
    this.store = store;
    this.vocabulary = vocabulary;
    this.hierarchy = hierarchy;
    this.cursors = cursors;
  }

  /** Answers the request. */
  Answer show(Request request) {
    Concept condition = condition(request.path("slug"));
    int limit = request.limit();
    String binding = "conditions/" + condition.id() + "/alikes";
    Optional<String> after =
        request.query("cursor").map(cursor -> cursors.open(binding, cursor).get(0));
    Cohort cohort = store.cohort(condition.id(), Candidates.MOST);
    Headcount count = Headcount.of(cohort, hierarchy);
    List<Person> cards = count.small() ? List.of() : cards(cohort, after);
    List<Person> shown = cards.stream().limit(limit).toList();
    Optional<String> next =
        shown.size() < cards.size()
            ? Optional.of(cursors.seal(binding, List.of(shown.get(limit - 1).id())))
            : Optional.empty();
    return Answer.ok(json(condition, count, shown, next));
  }

  /** Broad categories have no community, so for this address they do not exist. */
  private Concept condition(String slug) {
    return vocabulary
        .find(Kind.CONDITION, slug)
        .filter(concept -> !concept.category())
        .orElseThrow(() -> Failure.notFound("There is no such condition here."));
  }

  private static List<Person> cards(Cohort cohort, Optional<String> after) {
    return cohort.people().stream()
        .filter(person -> person.visibility() == Visibility.PUBLIC)
        .filter(person -> after.isEmpty() || person.id().compareTo(after.get()) < 0)
        .sorted(Comparator.comparing(Person::id).reversed())
        .toList();
  }

  private static Map<String, Object> json(
      Concept condition, Headcount count, List<Person> cards, Optional<String> next) {
    String shortName = condition.shortName();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(
        "condition",
        Json.of(
            "slug", condition.id(),
            "name", condition.name(),
            "shortName", shortName,
            "label", condition.label()));
    json.putAll(count.json());
    json.put("countLabel", count.label(shortName == null ? condition.name() : shortName));
    json.put("title", count.label(condition.label()));
    json.putAll(Json.of("items", cards.stream().map(Card::of).toList(), "next", next));
    return json;
  }
}
