package org.alike.alikes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The features of an index by number, with what each implies and what implies it. Arrays are read
 * by the index only, and changed by nobody.
 */
final class FeatureTable {
  /** Members' features are kept as chars. */
  private static final int MOST = Character.MAX_VALUE + 1;

  private final List<Feature> features;
  private final Map<Feature, Integer> numbers = new HashMap<>();

  /** Above each feature, itself included; and below it, likewise. */
  private final int[][] above;

  private final int[][] below;

  /**
   * The table of these features and all above them.
   *
   * @throws IllegalArgumentException when there are more than 65,536
   */
  FeatureTable(Set<Feature> typed, Closure closure) {
    Set<Feature> all = new TreeSet<>();
    typed.forEach(feature -> all.addAll(closure.of(feature)));
    if (all.size() > MOST) {
      throw new IllegalArgumentException("More than " + MOST + " features in one index");
    }
    features = List.copyOf(all);
    features.forEach(feature -> numbers.put(feature, numbers.size()));
    above = new int[features.size()][];
    List<List<Integer>> under = new ArrayList<>();
    features.forEach(feature -> under.add(new ArrayList<>()));
    for (int number = 0; number < above.length; number++) {
      above[number] = numbers(closure.of(features.get(number)));
      for (int each : above[number]) {
        under.get(each).add(number);
      }
    }
    below =
        under.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  int size() {
    return features.size();
  }

  Feature feature(int number) {
    return features.get(number);
  }

  /** The number of a feature; negative when nobody has it. */
  int number(Feature feature) {
    return numbers.getOrDefault(feature, -1);
  }

  int[] above(int number) {
    return above[number];
  }

  int[] below(int number) {
    return below[number];
  }

  private int[] numbers(Set<Feature> some) {
    int[] found = some.stream().mapToInt(this::number).filter(number -> number >= 0).toArray();
    Arrays.sort(found);
    return found;
  }
}
