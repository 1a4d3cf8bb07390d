package org.alike.alikes;

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
  private final Cohorts cohorts;
  private final People people;
  private final Vocabulary vocabulary;
  private final Cursors cursors;

  ConditionAlikes(Cohorts cohorts, People people, Vocabulary vocabulary, Cursors cursors) {
    this.cohorts = cohorts;
    this.people = people;
    this.vocabulary = vocabulary;
    this.cursors = cursors;
  }

  /** Answers the request. */
  Answer show(Request request) {
    Concept condition = condition(request.path("slug"));
    int limit = request.limit();
    String binding = "conditions/" + condition.id() + "/alikes";
    Optional<String> after =
        request.query("cursor").map(cursor -> cursors.open(binding, cursor).get(0));
    Cohort cohort = cohorts.cohort(condition.id());
    Headcount count = cohort.headcount();
    List<CardKey> cards = count.small() ? List.of() : behind(after, cohort.open());
    List<CardKey> page = cards.subList(0, Math.min(limit, cards.size()));
    Optional<String> next =
        page.size() < cards.size()
            ? Optional.of(cursors.seal(binding, List.of(page.get(limit - 1).id())))
            : Optional.empty();
    return Answer.ok(json(condition, count, cards(page, request), next));
  }

  /** Broad categories have no community, so for this address they do not exist. */
  private Concept condition(String slug) {
    return vocabulary
        .find(Kind.CONDITION, slug)
        .filter(concept -> !concept.category())
        .orElseThrow(() -> Failure.notFound("There is no such condition here."));
  }

  private static List<CardKey> behind(Optional<String> after, List<CardKey> cards) {
    return cards.stream()
        .filter(card -> after.isEmpty() || card.id().compareTo(after.get()) < 0)
        .toList();
  }

  private List<Map<String, Object>> cards(List<CardKey> page, Request request) {
    Map<String, Joined> members = people.find(page);
    return page.stream()
        .flatMap(card -> Optional.ofNullable(members.get(card.id())).stream())
        .map(Joined::person)
        .filter(person -> person.listed() == Audience.PUBLIC)
        .map(
            person ->
                new Card(person, Audience.PUBLIC, vocabulary, Lookout.year(request.received())))
        .map(Card::json)
        .toList();
  }

  private static Map<String, Object> json(
      Concept condition, Headcount count, List<Map<String, Object>> cards, Optional<String> next) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("condition", ConditionName.json(condition));
    json.putAll(count.json());
    json.put("countLabel", count.label(ConditionName.shortest(condition)));
    json.put("title", count.label(condition.label()));
    json.putAll(Json.of("items", cards, "next", next));
    return json;
  }
}
