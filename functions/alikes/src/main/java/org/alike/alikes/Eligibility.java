package org.alike.alikes;

import java.time.Instant;
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
 */
record Eligibility(
    String caller,
    Attributes own,
    Optional<Integer> birthYear,
    Set<String> blocked,
    Filters filters,
    Instant asOf) {
  /** Keeps its own copy. */
  Eligibility {
    blocked = Set.copyOf(blocked);
  }

  /** Whether this one may be listed, in this year. */
  boolean accepts(Row other, Closure closure, int year) {
    return accepts(other.attributes())
        && acceptsBorn(other.birthYear(), other.attributes(), year)
        && acceptsJoined(other.joined())
        && acceptsId(other.id())
        && other.traits(closure).features().containsAll(filters.features());
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
