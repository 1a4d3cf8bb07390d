package org.alike.alikes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Makes an index of rows, one by one, in any order: the index is the same. Rows are as a viewer
 * sees them ({@link Row#seenBy}), so that nothing the index tells depends on what a member hides.
 * Not thread-safe.
 */
final class CohortIndexBuilder {
  private final Closure closure;
  private final List<String> ids = new ArrayList<>();
  private final List<Long> versions = new ArrayList<>();
  private final Numbers seconds = new Numbers();
  private final Numbers born = new Numbers();
  private final Numbers attributes = new Numbers();
  private final Numbers ends = new Numbers();
  private final Numbers typed = new Numbers();
  private final Map<Attributes, Integer> attributeNumbers = new LinkedHashMap<>();
  private final Map<Feature, Integer> featureNumbers = new LinkedHashMap<>();

  /** An index over features that imply others in this way. */
  CohortIndexBuilder(Closure closure) {
    this.closure = closure;
  }

  /** Adds a member. */
  CohortIndexBuilder add(Row row) {
    ids.add(row.id());
    versions.add(row.version());
    seconds.add(
        (int) Math.max(0, Math.min(CohortIndex.LAST_SECOND, row.joined().getEpochSecond())));
    born.add(row.birthYear().map(year -> year - Row.FIRST_YEAR + 1).orElse(0));
    attributes.add(number(attributeNumbers, row.attributes()));
    row.typed().forEach(feature -> typed.add(number(featureNumbers, feature)));
    ends.add(typed.size());
    return this;
  }

  /**
   * The index, weighed among those of its own members who want to meet anybody: whom a wish leaves
   * out is told nothing that depends on who has the wish, and all are told the same.
   *
   * @throws IllegalArgumentException when a member was added twice
   */
  CohortIndex build(LikenessParameters parameters) {
    return build(features -> weigh(features, parameters));
  }

  private Weights weigh(FeatureTable features, LikenessParameters parameters) {
    int[] holders = new int[features.size()];
    int[] typists = new int[features.size()];
    int[] codes = codes(features);
    Marks marks = new Marks(features.size());
    int[] open = open();
    for (int member : open) {
      marks.clear();
      for (int at = start(member); at < ends.get(member); at++) {
        typists[codes[typed.get(at)]]++;
        for (int above : features.above(codes[typed.get(at)])) {
          holders[above] += marks.first(above) ? 1 : 0;
        }
      }
    }
    return new Weights(map(features, holders), map(features, typists), open.length, parameters);
  }

  /** Those who want to meet anybody. */
  private int[] open() {
    List<Attributes> all = List.copyOf(attributeNumbers.keySet());
    return IntStream.range(0, ids.size())
        .filter(member -> !all.get(attributes.get(member)).wishes().choosy())
        .toArray();
  }

  /**
   * The index, weighed as another: a few who are not in a large index yet are found in one of their
   * own, and the matches of both stand in one order.
   */
  CohortIndex build(Weights weights) {
    return build(features -> weights);
  }

  private CohortIndex build(Function<FeatureTable, Weights> weighing) {
    FeatureTable features = new FeatureTable(featureNumbers.keySet(), closure);
    Weights weights = weighing.apply(features);
    long[] told = told(features, weights);
    Integer[] byId = sorted(Comparator.comparing(ids::get));
    int[] ranks = new int[ids.size()];
    for (int rank = 0; rank < byId.length; rank++) {
      if (rank > 0 && ids.get(byId[rank]).equals(ids.get(byId[rank - 1]))) {
        throw new IllegalArgumentException("Two rows of one member");
      }
      ranks[byId[rank]] = rank;
    }
    Integer[] order =
        sorted(
            Comparator.<Integer>comparingLong(member -> told[member])
                .thenComparingInt(member -> ranks[member]));
    return new CohortIndex(
        features,
        weights,
        List.copyOf(attributeNumbers.keySet()),
        new MemberIds(Arrays.stream(byId).map(ids::get).toList()),
        columns(order, told, ranks, features));
  }

  private Columns columns(Integer[] order, long[] told, int[] ranks, FeatureTable features) {
    int people = order.length;
    int[] codes = codes(features);
    Columns columns = new Columns(people, typed.size(), features.size());
    int at = 0;
    for (int to = 0; to < people; to++) {
      int from = order[to];
      columns.told[to] = told[from];
      columns.ranks[to] = ranks[from];
      columns.born[to] = (byte) born.get(from);
      columns.attributes[to] = attributes.get(from);
      columns.versions[to] = versions.get(from);
      columns.seconds[to] = seconds.get(from);
      for (int each = start(from); each < ends.get(from); each++) {
        columns.typed[at++] = (char) codes[typed.get(each)];
      }
      columns.starts[to + 1] = at;
      Arrays.sort(columns.typed, columns.starts[to], at);
    }
    columns.invert();
    return columns;
  }

  /** The weight of all that each member has told. */
  private long[] told(FeatureTable features, Weights weights) {
    long[] having = new long[features.size()];
    long[] typing = new long[features.size()];
    for (int number = 0; number < having.length; number++) {
      having[number] = weights.of(features.feature(number));
      typing[number] = weights.typed(features.feature(number));
    }
    int[] codes = codes(features);
    Marks marks = new Marks(features.size());
    long[] told = new long[ids.size()];
    for (int member = 0; member < told.length; member++) {
      marks.clear();
      for (int at = start(member); at < ends.get(member); at++) {
        told[member] += typing[codes[typed.get(at)]];
        for (int above : features.above(codes[typed.get(at)])) {
          told[member] += marks.first(above) ? having[above] : 0;
        }
      }
    }
    return told;
  }

  /** From the numbers of features as they came to those of the table. */
  private int[] codes(FeatureTable features) {
    return featureNumbers.keySet().stream().mapToInt(features::number).toArray();
  }

  private Integer[] sorted(Comparator<Integer> order) {
    return IntStream.range(0, ids.size()).boxed().sorted(order).toArray(Integer[]::new);
  }

  private int start(int member) {
    return member == 0 ? 0 : ends.get(member - 1);
  }

  private static Map<Feature, Integer> map(FeatureTable features, int[] counts) {
    Map<Feature, Integer> map = new HashMap<>();
    for (int number = 0; number < counts.length; number++) {
      if (counts[number] > 0) {
        map.put(features.feature(number), counts[number]);
      }
    }
    return map;
  }

  private static <T> int number(Map<T, Integer> numbers, T one) {
    Integer known = numbers.putIfAbsent(one, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }
}
