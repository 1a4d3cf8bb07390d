package org.alike.discussions;

import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Failure;

/**
 * What discussions know of a member.
 *
 * @param author id and name; the name of an erased member is empty
 * @param version of the member, as told by the last event; 0 when nothing was told
 * @param standing what the member may do
 * @param settled whether the member's posts follow the standing; false while they are being changed
 * @param apart members whom the member doesn't see and isn't seen by
 */
record Profile(Author author, long version, Standing standing, boolean settled, Set<String> apart) {
  /** Keeps its own copy. */
  Profile {
    apart = Set.copyOf(apart);
  }

  String id() {
    return author.id();
  }

  boolean erased() {
    return standing == Standing.ERASED;
  }

  boolean withdrawn() {
    return standing == Standing.WITHDRAWN;
  }

  /**
   * The member as an author.
   *
   * @throws Failure FORBIDDEN when the membership or the consent has ended, UNAVAILABLE when the
   *     member is so new that we have not heard of them
   */
  Author posting() {
    return switch (standing) {
      case ACTIVE -> author;
      case UNKNOWN -> throw Failure.unavailable(1);
      case WITHDRAWN ->
          throw Failure.of(
              Failure.Kind.FORBIDDEN, "You have withdrawn your consent. Agree again to post.");
      case ERASED -> throw ended();
    };
  }

  /**
   * The member as a reader, also before we have heard of them.
   *
   * @throws Failure FORBIDDEN when the membership has ended
   */
  Reader reading() {
    if (erased()) {
      throw ended();
    }
    return new Reader(Optional.of(id()), apart);
  }

  private static Failure ended() {
    return Failure.of(Failure.Kind.FORBIDDEN, "This membership has ended.");
  }
}
