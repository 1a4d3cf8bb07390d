package org.alike.members;

import java.time.Instant;

/**
 * A confirmed member.
 *
 * @param id names the member everywhere
 * @param mailbox theirs alone
 * @param profile what they told
 * @param consent the decision that holds now; those before it are kept as well
 * @param joined when they confirmed
 * @param changed when this version came to be
 * @param version grows with each change
 */
record Member(
    String id,
    Mailbox mailbox,
    Profile profile,
    Consent consent,
    Instant joined,
    Instant changed,
    long version) {

  /** The member that a confirmed signup makes. */
  static Member joining(String id, Signup signup, Instant now) {
    return new Member(id, signup.mailbox(), signup.profile(), signup.consent(), now, now, 1);
  }

  /** The next version, which tells this. */
  Member telling(Profile other, Instant now) {
    return new Member(id, mailbox, other, consent, joined, now, version + 1);
  }

  /** The next version, under this decision. */
  Member under(Consent next, Instant now) {
    return new Member(id, mailbox, profile, next, joined, now, version + 1);
  }

  /** Who may see that there is this member; below {@code ALIKES} nobody. */
  Audience listed() {
    return consent.given() ? profile.shown().listed() : Audience.ME;
  }

  /** Whether these, or a narrower circle, are told about a field. Without consent nobody is. */
  boolean tells(Audience audience, Field field) {
    return consent.given() && profile.shown().reaches(audience, field);
  }
}
