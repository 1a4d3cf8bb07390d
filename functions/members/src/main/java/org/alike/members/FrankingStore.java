package org.alike.members;

/** Counts letters that are about to be sent. */
interface FrankingStore {
  /** What became of counting a letter. */
  enum Counted {
    /** It is counted. */
    NOW,
    /** It was counted before, by a try that came to no end. */
    BEFORE,
    /** The mailbox's standing is no longer as seen; nothing is changed. */
    STALE
  }

  /** Counts a letter for its mailbox. */
  Counted count(Letter letter, Mailbox mailbox, MailQuota seen, MailQuota next);

  /** Counts a letter, and makes its link the only one of the mailbox's pending signup. */
  Counted renew(Letter letter, Mailbox mailbox, Standing seen, MailQuota next);
}
