package org.alike.alikes;

/** Keeps who has blocked whom, with both. */
interface PartingStore {
  /**
   * Remembers this, unless something newer of the same two in the same direction is known, or one
   * of them has left.
   */
  void remember(Parting parting);

  /** Forgets all of a member who has left, with the others too. */
  void forget(String memberId);
}
