package org.alike.alikes;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Members in the order of their likeness to one of them. Only those who let members see them have a
 * place, and only they and the caller weigh in on what is rare: a score that depended on anybody
 * else would tell of people whom it does not list. Immutable.
 */
final class Ranking {
  /** By likeness, and by id where it is the same. */
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::points, Comparator.reverseOrder()).thenComparing(Place::id);

  private final Traits caller;
  private final Map<Person, Traits> others = new LinkedHashMap<>();
  private final Weights weights;
  private final int year;

  /**
   * A place in the ranking.
   *
   * @param points percent of likeness; no finer, since cursors can be read
   * @param id the member's id
   */
  record Place(int points, String id) {}

  /**
   * Somebody in the ranking.
   *
   * @param person who
   * @param traits what of the person was compared
   * @param points percent of likeness
   */
  record Ranked(Person person, Traits traits, int points) {
    Place place() {
      return new Place(points, person.id());
    }
  }

  /** The ranking of these people for this caller, with the ages they reach in this year. */
  Ranking(Traits caller, Collection<Person> people, Hierarchy hierarchy, int year) {
    this.caller = caller;
    this.year = year;
    people.stream()
        .filter(Person::listed)
        .forEach(person -> others.put(person, Traits.of(person, hierarchy)));
    List<Traits> all = Stream.concat(Stream.of(caller), others.values().stream()).toList();
    this.weights = Weights.among(all, LikenessParameters.shipped());
  }

  /** Those whom the filters accept and who come behind this place, best first. */
  List<Ranked> list(Filters filters, Optional<Place> after) {
    Likeness likeness = new Likeness(weights, year);
    return others.entrySet().stream()
        .filter(other -> filters.accept(other.getKey(), other.getValue(), year))
        .map(
            other ->
                new Ranked(
                    other.getKey(), other.getValue(), likeness.points(caller, other.getValue())))
        .filter(ranked -> after.isEmpty() || ORDER.compare(ranked.place(), after.get()) > 0)
        .sorted(Comparator.comparing(Ranked::place, ORDER))
        .toList();
  }

  /** What each feature weighs among those who may be listed and the caller. */
  Weights weights() {
    return weights;
  }
}
