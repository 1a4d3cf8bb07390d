package org.alike.discussions;

/** How a member stands, as far as discussions have heard. */
enum Standing {
  /** Nothing was told yet: the member is very new. */
  UNKNOWN,
  /** May post and be quoted. */
  ACTIVE,
  /** Has withdrawn the consent: may read, but not post, and is not quoted. */
  WITHDRAWN,
  /** For good: nothing brings an erased author back. */
  ERASED
}
