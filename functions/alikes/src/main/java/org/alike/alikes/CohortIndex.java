package org.alike.alikes;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The listed members of a cohort, ready to be ranked by {@link Likeness}. The same rows make the
 * same index. Immutable and thread-safe.
 *
 * <p>Ranks exactly, by whole points, then by id. See {@link Search} for how it comes to look at a
 * few of many.
 */
final class CohortIndex {
  /** The last second that an index can tell from others, in the year 2106. */
  static final long LAST_SECOND = 0xFFFF_FFFFL;

  private final FeatureTable features;
  private final Weights weights;
  private final List<Attributes> attributes;
  private final MemberIds ids;
  private final Columns columns;

  CohortIndex(
      FeatureTable features,
      Weights weights,
      List<Attributes> attributes,
      MemberIds ids,
      Columns columns) {
    this.features = features;
    this.weights = weights;
    this.attributes = attributes;
    this.ids = ids;
    this.columns = columns;
  }

  /**
   * Those most like a member.
   *
   * @param caller what the member has told
   * @param eligibility who may be listed
   * @param most so many at most
   * @param after only who comes behind this place
   * @param year the ages are those reached in this year
   */
  List<Match> top(
      Traits caller, Eligibility eligibility, int most, Optional<Ranking.Place> after, int year) {
    return new Search(this, caller, eligibility, year).top(most, after);
  }

  /** How many of them may be listed to a member; the ages are those reached in this year. */
  int count(Eligibility eligibility, int year) {
    return new Admission(this, eligibility, year).count();
  }

  /** How many people are listed. */
  int people() {
    return columns.told.length;
  }

  /** What each feature weighs among the people of this index. */
  Weights weights() {
    return weights;
  }

  /** Bytes of memory, without what the virtual machine adds. */
  long memory() {
    return columns.memory() + ids.memory();
  }

  FeatureTable features() {
    return features;
  }

  Columns columns() {
    return columns;
  }

  MemberIds ids() {
    return ids;
  }

  List<Attributes> attributes() {
    return attributes;
  }

  Match match(int member, int points) {
    return new Match(
        ids.get(columns.ranks[member]),
        columns.versions[member],
        points,
        traits(member),
        attributes.get(columns.attributes[member]));
  }

  Optional<Integer> birthYear(int member) {
    return birthYear(columns.born[member]);
  }

  /** The birth year as {@link Columns#born} keeps it. */
  static Optional<Integer> birthYear(byte kept) {
    int born = kept & 0xFF;
    return born == 0 ? Optional.empty() : Optional.of(born + Row.FIRST_YEAR - 1);
  }

  Instant joined(int member) {
    return Instant.ofEpochSecond(Integer.toUnsignedLong(columns.seconds[member]));
  }

  private Traits traits(int member) {
    BitSet typed = new BitSet();
    BitSet all = new BitSet();
    for (int at = columns.starts[member]; at < columns.starts[member + 1]; at++) {
      typed.set(columns.typed[at]);
      for (int above : features.above(columns.typed[at])) {
        all.set(above);
      }
    }
    return new Traits(set(typed), set(all), birthYear(member));
  }

  private Set<Feature> set(BitSet numbers) {
    return Set.of(numbers.stream().mapToObj(features::feature).toArray(Feature[]::new));
  }
}
