package org.alike.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Marker;

/**
 * Keeps wishes for another address. Every change is refused, and then nothing is changed, when the
 * wish is no longer as seen or the member was erased.
 */
interface AddressStore {
  /** What the member wishes; expired wishes are none. */
  AddressChange of(String member, Instant now);

  /** Replaces any wish by this one, and puts its letters into the outbox. */
  boolean wish(Step step, List<Letter> letters, Optional<Marker> marker);

  /** Ends the wish; its links work no longer. */
  boolean cancel(Step step);

  /** Notes that one side agreed, and uses its link up. */
  boolean confirm(Step step, String token, Optional<Marker> marker);

  /** Gives the member the new address instead of the old one, and uses the last link up. */
  Swapped swap(Member member, Step step, String token, Optional<Marker> marker);

  /** From one state of a member's wish to the next. */
  record Step(String member, AddressChange seen, AddressChange next, Instant now) {}

  /** How changing the address went. */
  enum Swapped {
    DONE,
    /** The new address has come to belong to another member. */
    TAKEN,
    /** Something has changed in the meantime. */
    STALE
  }
}
