package org.alike.alikes;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A member who has left. Remembered for longer than an event can be late, so that none brings
 * anything back.
 *
 * @param id the member's id
 * @param version the version of the erasure
 * @param forgotten when the id itself is forgotten
 * @param leaving ids of the conditions whose cohorts may not be rid of the member yet
 */
record Erased(String id, long version, Instant forgotten, List<String> leaving)
    implements Membership {
  private static final Duration REMEMBERED = Duration.ofDays(30);

  /** Keeps its own copy. */
  Erased {
    leaving = leaving.stream().sorted().distinct().toList();
  }

  /** An erasure at this moment; counted from it, so that a repeat is the same to the second. */
  static Erased at(Instant time, String id, long version) {
    return new Erased(id, version, time.plus(REMEMBERED), List.of());
  }

  @Override
  public List<String> cohorts() {
    return List.of();
  }

  @Override
  public Erased leaving(Collection<String> others) {
    return new Erased(id, version, forgotten, List.copyOf(others));
  }
}
