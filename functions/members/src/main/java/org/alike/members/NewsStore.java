package org.alike.members;

/** Keeps of which week a member was written news last. */
interface NewsStore {
  /** What became of writing news. */
  enum Written {
    NOW,
    /** News of this week, or of a later one, were written before. */
    BEFORE,
    /** The member is no longer as seen; nothing is changed. */
    STALE
  }

  /** Puts the week's letter into the outbox. */
  Written write(Member member, String week, Letter letter);
}
