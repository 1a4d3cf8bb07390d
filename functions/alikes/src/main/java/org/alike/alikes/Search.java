package org.alike.alikes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One exact look for those most like one member. Not thread-safe; for one use.
 *
 * <p>Members are looked at feature by feature, the caller's rarest first. Who has none of the
 * features looked at so far shares at most the weight of the others, which bounds the points.
 * Members stand in the order of what they have told, so those who can still have a place are one
 * stretch of each feature's members. When nobody can, the rest is not looked at. When a feature is
 * common, the stretch of all members is looked at instead, one after the other. {@link Bound} has
 * the formula.
 */
final class Search {
  /** Reading one of so many members by a feature costs as much as reading all in order. */
  private static final int COMMON = 8;

  private final CohortIndex index;
  private final Columns columns;
  private final SharedWeight shared;
  private final Bound bound;
  private final Admission admission;
  private final long[] considered;

  Search(CohortIndex index, Traits caller, Eligibility eligibility, int year) {
    this.index = index;
    this.columns = index.columns();
    this.shared = new SharedWeight(index, caller);
    this.bound = new Bound(index, caller, year);
    this.admission = new Admission(index, eligibility, year);
    this.considered = new long[index.people() / Long.SIZE + 1];
  }

  /** At most so many, who come behind this place. */
  List<Match> top(int most, Optional<Ranking.Place> after) {
    Top top = new Top(most, after.map(this::key).orElse(-1L));
    if (most > 0) {
      look(top);
    }
    List<Match> matches = new ArrayList<>();
    for (int place = 0; place < top.size(); place++) {
      matches.add(index.match(top.member(place), top.points(place)));
    }
    return matches;
  }

  private void look(Top top) {
    boolean[] read = new boolean[index.features().size()];
    for (int place = 0; place < shared.features(); place++) {
      long left = shared.left(place);
      if (bound.most(left) < top.threshold()) {
        return;
      }
      int[] below = index.features().below(shared.feature(place));
      if (unread(below, read) > index.people() / COMMON) {
        readAll(left, top);
        return;
      }
      for (int feature : below) {
        if (!read[feature]) {
          read[feature] = true;
          read(feature, left, top);
        }
      }
    }
    if (top.threshold() == 0) {
      readAll(0, top);
    }
  }

  private void read(int feature, long left, Top top) {
    int[] members = columns.members;
    int to = columns.lists[feature + 1];
    int threshold = top.threshold();
    int last = bound.last(left, threshold);
    int at = from(members, columns.lists[feature], to, bound.first(left, threshold));
    for (; at < to && members[at] <= last; at++) {
      consider(members[at], top);
      if (top.threshold() != threshold) {
        threshold = top.threshold();
        last = bound.last(left, threshold);
      }
    }
  }

  private void readAll(long left, Top top) {
    int threshold = top.threshold();
    int last = bound.last(left, threshold);
    for (int member = bound.first(left, threshold); member <= last; member++) {
      consider(member, top);
      if (top.threshold() != threshold) {
        threshold = top.threshold();
        last = bound.last(left, threshold);
      }
    }
  }

  private void consider(int member, Top top) {
    int word = member / Long.SIZE;
    long bit = 1L << member;
    if ((considered[word] & bit) != 0) {
      return;
    }
    considered[word] |= bit;
    if (admission.mayAccept(member)) {
      int points = bound.points(member, shared.of(member));
      long key = Top.key(points, columns.ranks[member]);
      if (top.takes(key) && admission.accepts(member)) {
        top.put(key, member);
      }
    }
  }

  private int unread(int[] below, boolean[] read) {
    int unread = 0;
    for (int feature : below) {
      unread += read[feature] ? 0 : columns.lists[feature + 1] - columns.lists[feature];
    }
    return unread;
  }

  /** The place of the first member in a stretch of a list who is not before this one. */
  private static int from(int[] members, int start, int end, int first) {
    int place = Arrays.binarySearch(members, start, end, first);
    return place < 0 ? -1 - place : place;
  }

  private long key(Ranking.Place place) {
    int rank = index.ids().find(place.id());
    return Top.key(place.points(), rank >= 0 ? rank : -2L - rank);
  }
}
