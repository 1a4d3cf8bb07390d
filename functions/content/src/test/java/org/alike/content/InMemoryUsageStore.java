package org.alike.content;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Usage in memory, for tests of what is done with it. Thread-safe. */
final class InMemoryUsageStore implements UsageStore {
  private final Map<String, Usage> members = new TreeMap<>();
  private Tally tally = Tally.NONE;
  private int reads;

  @Override
  public synchronized void keep(Usage usage) {
    members.merge(usage.member(), usage, InMemoryUsageStore::newer);
  }

  private static Usage newer(Usage known, Usage told) {
    boolean last = told.version() == known.version() && told instanceof Usage.Erased;
    return last || told.version() > known.version() ? told : known;
  }

  @Override
  public synchronized void each(Consumer<Usage.Of> reader) {
    for (Usage usage : members.values()) {
      if (usage instanceof Usage.Of member) {
        reader.accept(member);
      }
    }
  }

  @Override
  public synchronized Tally tally() {
    reads++;
    return tally;
  }

  @Override
  public synchronized void keep(Tally counted) {
    tally = counted;
  }

  /** How often the numbers were asked for. */
  synchronized int reads() {
    return reads;
  }
}
