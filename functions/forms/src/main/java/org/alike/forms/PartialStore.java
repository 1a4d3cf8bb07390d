package org.alike.forms;

import java.util.Optional;
import org.alike.kernel.Marker;

/** Keeps forms that somebody has begun, each for who has its link. */
interface PartialStore {
  /** Keeps nothing. */
  PartialStore NONE =
      new PartialStore() {
        @Override
        public Optional<Partial> find(PartialToken token) {
          return Optional.empty();
        }

        @Override
        public void create(
            PartialToken token, Partial partial, Trace trace, Optional<Marker> marker) {
          throw new IllegalStateException("Nothing can be saved here");
        }

        @Override
        public boolean replace(PartialToken token, Partial before, Partial after) {
          return false;
        }

        @Override
        public void delete(PartialToken token) {}
      };

  /** What was saved by this token, unless it is too long ago. */
  Optional<Partial> find(PartialToken token);

  /**
   * Keeps a new one, and counts it for the network that sends it. With a marker, the same request
   * makes one only, and none again after that was sent or deleted.
   */
  void create(PartialToken token, Partial partial, Trace trace, Optional<Marker> marker);

  /**
   * Replaces what was saved before.
   *
   * @return false, and nothing is changed, when another version was saved in the meantime
   */
  boolean replace(PartialToken token, Partial before, Partial after);

  /** Deletes it; again changes nothing. */
  void delete(PartialToken token);
}
