package org.alike.alikes;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Who may be listed to a member: whoever is listed at all, no block stands between, each is whom
 * the other wants to meet, and the filters ask for. It is asked before anybody is ranked, in the
 * parts in which an index knows it.
 *
 * <p>Wishes go by all that may be used for matching; filters only by what the other shows.
 *
 * @param caller the member's id
 * @param own what the member has and wants
 * @param birthYear when given
 * @param blocked ids of those whom the member blocked or who blocked the member
 * @param filters whom the member asks for this time
 * @param asOf who joined later is left out
 * @param elsewhere who has one of these is left out, being listed among the people of that
 */
record Eligibility(
    String caller,
    Attributes own,
    Optional<Integer> birthYear,
    Set<String> blocked,
    Filters filters,
    Instant asOf,
    Set<Feature> elsewhere) {
  /** Keeps its own copies. */
  Eligibility {
    blocked = Set.copyOf(blocked);
    elsewhere = Set.copyOf(elsewhere);
  }

  /** The same, with these blocked. */
  Eligibility blocking(Set<String> others) {
    return new Eligibility(caller, own, birthYear, others, filters, asOf, elsewhere);
  }

  /** Whether this one may be listed, in this year. */
  boolean accepts(Row other, Closure closure, int year) {
    Set<Feature> features = other.traits(closure).features();
    return accepts(other.attributes())
        && acceptsBorn(other.birthYear(), other.attributes(), year)
        && acceptsJoined(other.joined())
        && acceptsId(other.id())
        && features.containsAll(filters.features())
        && Collections.disjoint(features, elsewhere);
  }

  /** Whether anybody with these attributes may. */
  boolean accepts(Attributes other) {
    return other.listed() && own.wants(other) && other.wants(own) && filters.accept(other);
  }

  /** Whether anybody may who is born then. */
  boolean acceptsBorn(Optional<Integer> born, Attributes other, int year) {
    return wantsBorn(born, year) && near(born, other.wishes().years());
  }

  /** Whether the member wants anybody who is born then. */
  boolean wantsBorn(Optional<Integer> born, int year) {
    return near(born, own.wishes().years()) && filters.acceptBorn(born, year);
  }

  /** Whether anybody may who joined then. */
  boolean acceptsJoined(Instant joined) {
    return !joined.isAfter(asOf);
  }

  /** Whether this member may, as far as it depends on who it is. */
  boolean acceptsId(String id) {
    return !id.equals(caller) && !blocked.contains(id);
  }

  private boolean near(Optional<Integer> born, int years) {
    if (years == 0) {
      return true;
    }
    return birthYear.isPresent()
        && born.isPresent()
        && Math.abs(birthYear.get() - born.get()) <= years;
  }
}
