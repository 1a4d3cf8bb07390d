package org.alike.alikes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One exact look for those most like one member. Not thread-safe; for one use.
 *
 * <p>An {@link Estimate} from the caller's rarest features tells what each member shares at most,
 * so also the most points that a member can have ({@link Bound}). Members stand in blocks in the
 * order of what they have told; the block with the highest estimate comes first. Only members are
 * compared who may still have a place, and from most blocks there is none.
 */
final class Search {
  private static final int BLOCK = 512;

  private final CohortIndex index;
  private final Columns columns;
  private final SharedWeight shared;
  private final Estimate estimate;
  private final Bound bound;
  private final Admission admission;

  Search(CohortIndex index, Traits caller, Eligibility eligibility, int year) {
    this.index = index;
    this.columns = index.columns();
    this.shared = new SharedWeight(index, caller);
    this.estimate = new Estimate(index, shared);
    this.bound = new Bound(index, caller, year);
    this.admission = new Admission(index, eligibility, year);
  }

  /** Members who stand together. */
  private record Block(int from, int to, int most) {}

  /** At most so many, who come behind this place. */
  List<Match> top(int most, Optional<Ranking.Place> after) {
    Top top = new Top(most, after.map(this::key).orElse(-1L));
    if (most > 0) {
      blocks().forEach(block -> look(block, top));
    }
    List<Match> matches = new ArrayList<>();
    for (int place = 0; place < top.size(); place++) {
      matches.add(index.match(top.member(place), top.points(place)));
    }
    return matches;
  }

  private List<Block> blocks() {
    return IntStream.range(0, (index.people() + BLOCK - 1) / BLOCK)
        .mapToObj(number -> block(number * BLOCK, Math.min((number + 1) * BLOCK, index.people())))
        .sorted(Comparator.comparing(Block::most, Comparator.reverseOrder()))
        .toList();
  }

  private Block block(int from, int to) {
    return new Block(from, to, estimate.most(from, to));
  }

  private void look(Block block, Top top) {
    long told = columns.told[block.from()];
    int threshold = top.threshold();
    if (!reaches(block.most(), told, threshold)) {
      return;
    }
    int needed = needed(block.most(), told, threshold);
    for (int member = block.from(); member < block.to(); member++) {
      if (estimate.of(member) >= needed) {
        consider(member, top);
        if (top.threshold() != threshold) {
          threshold = top.threshold();
          needed = needed(block.most(), told, threshold);
        }
      }
    }
  }

  /**
   * The smallest estimate with which somebody who has told no less than this may reach the
   * threshold; more than the most when that is not enough.
   */
  private int needed(int most, long told, int threshold) {
    int low = 0;
    int high = most + 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean reaches = reaches(middle, told, threshold);
      low = reaches ? low : middle + 1;
      high = reaches ? middle : high;
    }
    return low;
  }

  private boolean reaches(int sum, long told, int threshold) {
    return bound.most(estimate.weight(sum), told) >= threshold;
  }

  private void consider(int member, Top top) {
    if (admission.mayAccept(member)) {
      int points = bound.points(member, shared.of(member));
      long key = Top.key(points, columns.ranks[member]);
      if (top.takes(key) && admission.accepts(member)) {
        top.put(key, member);
      }
    }
  }

  private long key(Ranking.Place place) {
    int rank = index.ids().find(place.id());
    return Top.key(place.points(), rank >= 0 ? rank : -2L - rank);
  }
}
