package org.alike.members;

/** Keeps signups until they are confirmed, with the letters that ask for it. */
interface SignupStore {
  /** What is known about the mailbox; reads consistently. */
  Standing standing(Mailbox mailbox);

  /**
   * Makes this the mailbox's only pending signup, and puts its letter into the outbox.
   *
   * @param seen what the decision was made from
   * @param quota the mailbox's mails, this letter included
   * @return false, and nothing is changed, when the mailbox's standing is no longer as seen
   */
  boolean await(Standing seen, Signup signup, Letter letter, MailQuota quota);

  /**
   * Replaces what the mailbox's pending signup tells; its link stays as it is.
   *
   * @return false, and nothing is changed, when the mailbox's standing is no longer as seen
   */
  boolean amend(Standing seen, Signup signup);

  /**
   * Only puts a letter into the outbox, for a mailbox that belongs to a member already.
   *
   * @return false, and nothing is changed, when the mailbox's standing is no longer as seen
   */
  boolean tell(Standing seen, Signup signup, Letter letter, MailQuota quota);

  /**
   * Forgets a pending signup, its link and its letter; lets no copy of it be taken any more that is
   * not of a later version.
   *
   * @param mailbox digest of its mailbox
   * @param version of the submission, as it was withdrawn
   * @return false, and nothing is changed, when somebody else changed something at the same time
   */
  boolean withdraw(String mailbox, String submission, long version);
}
