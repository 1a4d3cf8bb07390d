package org.alike.members;

import java.time.Instant;

/**
 * A confirmed member.
 *
 * @param id names the member everywhere
 * @param mailbox theirs alone
 * @param profile what they told
 * @param consent the agreement that holds now
 * @param consents how many agreements they gave so far; each is kept
 * @param joined when they confirmed
 * @param version grows with each change
 */
record Member(
    String id,
    Mailbox mailbox,
    Profile profile,
    Consent consent,
    int consents,
    Instant joined,
    long version) {

  /** The member that a confirmed signup makes. */
  static Member joining(String id, Signup signup, Instant now) {
    return new Member(id, signup.mailbox(), signup.profile(), signup.consent(), 1, now, 1);
  }
}
