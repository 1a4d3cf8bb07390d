package org.alike.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Marker;

/** Keeps members, and turns pending signups into them. */
interface MemberStore {
  /** What a confirmation link is good for. */
  sealed interface Link {
    /** It was never given out, or so long ago that it is forgotten. */
    record Unknown() implements Link {}

    /** It was used, has expired, or a newer one took its place. */
    record Spent() implements Link {}

    /** It confirms this signup. */
    record Open(Signup signup) implements Link {}

    /** It confirms that this member is to have another address, unless that wish has ended. */
    record Move(String member) implements Link {}
  }

  /** What the link with this token is good for, now. */
  Link link(Token token, Instant now);

  /**
   * Makes the member, uses the token up, and forgets the signup: all of it or nothing.
   *
   * @return false when the link is no longer open
   */
  boolean join(Member member, Token token, Optional<Marker> marker);

  /** The member with this id, unless erased. */
  Optional<Member> find(String id);

  /**
   * Replaces a member by their next version; a new decision about consent enters the history.
   *
   * @return false, and nothing is changed, when the member has changed in the meantime
   */
  boolean replace(Member before, Member after);

  /** Every decision about consent that the member made, the newest last. */
  List<Consent> consents(String id);

  /** The member whose mailbox this is. */
  Optional<String> owner(Mailbox mailbox);
}
