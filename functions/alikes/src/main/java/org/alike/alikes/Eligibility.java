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
 * <p>It knows others as the member sees them ({@link Row#seenBy}), and ages by the decade that
 * cards show: whoever changes the own profile and looks again learns nothing that is not on the
 * card.
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
  private static final int DECADE = 10;

  /** Keeps its own copies. */
  Eligibility {
    blocked = Set.copyOf(blocked);
    elsewhere = Set.copyOf(elsewhere);
  }

  /** The same, with these blocked. */
  Eligibility blocking(Set<String> others) {
    return new Eligibility(caller, own, birthYear, others, filters, asOf, elsewhere);
  }

  /** Whether this one may be listed, as the member sees it, in this year. */
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
    return other.listed()
        && other.showsWishes()
        && own.wants(other)
        && other.wants(own)
        && filters.accept(other);
  }

  /** Whether anybody may who is born then. */
  boolean acceptsBorn(Optional<Integer> born, Attributes other, int year) {
    return wantsBorn(born, year) && near(born, other.wishes().years(), year);
  }

  /** Whether the member wants anybody who is born then. */
  boolean wantsBorn(Optional<Integer> born, int year) {
    return near(born, own.wishes().years(), year) && filters.acceptBorn(born, year);
  }

  /** Whether anybody may who joined then. */
  boolean acceptsJoined(Instant joined) {
    return !joined.isAfter(asOf);
  }

  /** Whether this member may, as far as it depends on who it is. */
  boolean acceptsId(String id) {
    return !id.equals(caller) && !blocked.contains(id);
  }

  /** By the decades of both ages: within ten years is the same decade or the next to it. */
  private boolean near(Optional<Integer> born, int years, int year) {
    if (years == 0) {
      return true;
    }
    return birthYear.isPresent()
        && born.isPresent()
        && Math.abs(decade(birthYear.get(), year) - decade(born.get(), year))
            <= (years + DECADE - 1) / DECADE;
  }

  private static int decade(int born, int year) {
    return Math.floorDiv(year - born, DECADE);
  }
}
