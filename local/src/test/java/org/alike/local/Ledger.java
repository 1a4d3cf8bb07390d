package org.alike.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What senders were told, kept outside of what is killed. Safe for several threads. */
final class Ledger {
  /** What a page is told: that it was received, and not under which id. */
  static final String SOME_ID = "";

  private final Map<Integer, String> accepted = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final AtomicInteger repeats = new AtomicInteger();

  /** A submission was thanked for; under the same id each time, where the id is told. */
  void accepted(int number, String id, long took) {
    nanos.add(took);
    String before = accepted.putIfAbsent(number, id);
    if (before != null && !before.equals(id)) {
      complaints.add("submission " + number + " was given two ids: " + before + ", " + id);
    }
  }

  void repeated() {
    repeats.incrementAndGet();
  }

  int repeats() {
    return repeats.get();
  }

  /** Times are taken anew from here on. */
  void forgetTimes() {
    nanos.clear();
  }

  void complain(String what) {
    complaints.add(what);
  }

  int size() {
    return accepted.size();
  }

  /** The time within which this part of all answers came, in milliseconds. */
  double millis(double part) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((int) (part * (sorted.size() - 1))) / 1e6;
  }

  /** Everything that is not as it was told: what is lost, what is there twice, what is another. */
  List<String> differences(Map<Integer, List<String>> stored) {
    List<String> differences = new ArrayList<>(complaints);
    accepted.forEach(
        (number, id) -> {
          List<String> ids = stored.getOrDefault(number, List.of());
          if (ids.isEmpty()) {
            differences.add("submission " + number + " is lost");
          } else if (!id.equals(SOME_ID) && !ids.contains(id)) {
            differences.add("submission " + number + " has another id than was told");
          }
        });
    stored.forEach(
        (number, ids) -> {
          if (ids.size() > 1) {
            differences.add("submission " + number + " is there " + ids.size() + " times");
          }
        });
    return differences;
  }
}
