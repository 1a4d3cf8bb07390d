package org.alike.alikes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The last that was heard of a member. Of two, the one with the higher version holds; at the same
 * version an erasure does, so that any order of delivery ends in the same state.
 */
sealed interface Membership {
  /** The member's id. */
  String id();

  /** The version of the member that this is. */
  long version();

  /** Ids of the conditions whose cohorts the member is in. */
  List<String> cohorts();

  /** Whether this is news to somebody who has heard the other. */
  default boolean supersedes(Membership other) {
    if (version() == other.version()) {
      return this instanceof Erased && other instanceof Joined;
    }
    return version() > other.version();
  }

  /**
   * A member as of a version.
   *
   * @param person what matching knows
   * @param version the version of it
   * @param cohorts ids of the conditions that the person counts for
   */
  record Joined(Person person, long version, List<String> cohorts) implements Membership {
    /** Keeps its own copy. */
    public Joined {
      cohorts = List.copyOf(cohorts);
    }

    @Override
    public String id() {
      return person.id();
    }
  }

  /**
   * A member who has left. Remembered for longer than an event can be late, so that none brings
   * anything back.
   *
   * @param id the member's id
   * @param version the version of the erasure
   * @param forgotten when the id itself is forgotten
   */
  record Erased(String id, long version, Instant forgotten) implements Membership {
    private static final Duration REMEMBERED = Duration.ofDays(30);

    /** An erasure at this moment; counted from it, so that a repeat is the same to the second. */
    static Erased at(Instant time, String id, long version) {
      return new Erased(id, version, time.plus(REMEMBERED));
    }

    @Override
    public List<String> cohorts() {
      return List.of();
    }
  }
}
