package org.alike.alikes;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;
import org.alike.vocabulary.Vocabulary;

/**
 * How a member sees those who were found: card, likeness and reasons.
 *
 * @param candidates among whom they were found
 * @param asOf when
 * @param year the ages are those reached in this year
 */
record AlikeItem(
    Candidates candidates, Instant asOf, int year, Vocabulary vocabulary, Hierarchy hierarchy) {
  /** The items, without those who show nothing any more. */
  List<Map<String, Object>> json(List<Candidates.Found> found, People people) {
    Map<String, Joined> members =
        people.find(found.stream().map(one -> one.match().card()).toList());
    return found.stream()
        .flatMap(
            one ->
                Optional.ofNullable(members.get(one.match().id())).map(Joined::person).stream()
                    .filter(person -> person.listed().reaches(candidates.viewer()))
                    .map(person -> json(one, person)))
        .toList();
  }

  /** How sure any match of the caller can be. */
  Optional<String> sure() {
    return first()
        .map(cohort -> word(Sureness.of(candidates.traits(), cohort.ranking(asOf).weights())));
  }

  /** What to ask the caller next. */
  Optional<Map<String, Object>> ask() {
    return first()
        .flatMap(cohort -> cohort.questions().of(candidates.row(), year))
        .map(question -> Ask.json(question, vocabulary));
  }

  private Map<String, Object> json(Candidates.Found found, Person person) {
    Match match = found.match();
    Weights weights = found.cohort().ranking(asOf).weights();
    Traits mine = candidates.traits();
    return Json.of(
        "member", new Card(person, candidates.viewer(), vocabulary, year).json(),
        "score", match.points(),
        "sure", word(Sureness.of(mine, match.traits(), weights)),
        "shared", new Explanation(vocabulary, hierarchy, weights).shared(mine, match));
  }

  private Optional<Cohort> first() {
    return candidates.cohorts().stream().findFirst();
  }

  private static String word(Sureness sureness) {
    return sureness.level().name().toLowerCase(Locale.ROOT);
  }
}
