package org.alike.vocabulary;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells which imported concepts only group others: the top of an ontology, what is right below it,
 * and what has more than a hundredth of all below it. Nobody's community is "disease".
 */
final class Categories {
  private static final int FEWEST_BELOW = 50;
  private static final int ONE_IN = 100;

  private Categories() {}

  static void mark(Collection<Merged> all) {
    Map<String, Merged> byId = new HashMap<>();
    all.forEach(one -> byId.put(one.id, one));
    Map<String, Integer> below = new HashMap<>();
    for (Merged one : all) {
      for (String above : above(one, byId)) {
        below.merge(above, 1, Integer::sum);
      }
    }
    int many = Math.max(FEWEST_BELOW, all.size() / ONE_IN);
    for (Merged one : all) {
      one.category = top(one, byId, below) || below.getOrDefault(one.id, 0) > many;
    }
  }

  /** A concept without parents is a group only if something is below it. */
  private static boolean top(Merged one, Map<String, Merged> byId, Map<String, Integer> below) {
    boolean root = one.parents.isEmpty();
    boolean underRoot =
        !root
            && one.parents.stream()
                .allMatch(id -> byId.containsKey(id) && byId.get(id).parents.isEmpty());
    return (root || underRoot) && below.containsKey(one.id);
  }

  private static Set<String> above(Merged one, Map<String, Merged> byId) {
    Set<String> above = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(one.parents);
    while (!next.isEmpty()) {
      String id = next.pop();
      Merged parent = byId.get(id);
      if (parent != null && above.add(id)) {
        next.addAll(parent.parents);
      }
    }
    return above;
  }
}
