package org.alike.content;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.alike.kernel.DomainEvent;
import org.alike.vocabulary.Kind;

/**
 * What a member has, as of a version: ids of the vocabulary and nothing else. Of two, the one with
 * the higher version holds; at the same version an erasure does, so that any order of delivery ends
 * in the same state.
 */
sealed interface Usage {
  /** The member's id. */
  String member();

  /** The version of the member that this is. */
  long version();

  /** Has these. */
  record Of(String member, long version, Map<Kind, List<String>> ids) implements Usage {
    /** Keeps its own copy. */
    public Of {
      ids = Map.copyOf(ids);
    }

    /** Ids of this kind. */
    List<String> ids(Kind kind) {
      return ids.getOrDefault(kind, List.of());
    }
  }

  /**
   * Has left. Remembered for longer than an event can be late, so that none brings anything back.
   *
   * @param forgotten when the id itself is forgotten
   */
  record Erased(String member, long version, Instant forgotten) implements Usage {
    private static final Duration REMEMBERED = Duration.ofDays(30);
  }

  /** For {@code MemberChanged}. */
  static Usage changed(DomainEvent event) {
    return new Of(
        event.entity(),
        event.version(),
        Map.of(
            Kind.CONDITION, event.texts("conditions"),
            Kind.SYMPTOM, event.texts("symptoms"),
            Kind.TREATMENT, event.texts("treatments")));
  }

  /**
   * For {@code MemberErased}; counted from its time, so that a repeat is the same to the second.
   */
  static Usage erased(DomainEvent event) {
    return new Erased(event.entity(), event.version(), event.time().plus(Erased.REMEMBERED));
  }
}
