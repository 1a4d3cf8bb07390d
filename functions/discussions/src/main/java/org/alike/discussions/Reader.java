package org.alike.discussions;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who reads: a stranger, or a member with the members they are apart from because one of
 * the two has blocked the other. Neither sees what the other wrote. Immutable.
 *
 * @param member who; empty for a stranger
 * @param apart ids of members whose posts are as if they weren't there
 */
record Reader(Optional<String> member, Set<String> apart) {
  /** Anybody. */
  static final Reader STRANGER = new Reader(Optional.empty(), Set.of());

  /** Keeps its own copy. */
  Reader {
    apart = Set.copyOf(apart);
  }

  /** What this reader may read. */
  List<Visibility> visibilities() {
    return member.isPresent()
        ? List.of(Visibility.PUBLIC, Visibility.MEMBERS)
        : List.of(Visibility.PUBLIC);
  }

  /** Whether there is anybody whose posts this reader doesn't see. */
  boolean isApart() {
    return !apart.isEmpty();
  }

  /** Whether posts of this author are shown. */
  boolean sees(Optional<Author> author) {
    return author.map(known -> !apart.contains(known.id())).orElse(true);
  }

  /** Whether this reader may know of the thread. */
  boolean sees(DiscussionThread thread) {
    return visibilities().contains(thread.visibility()) && sees(thread.author());
  }

  /** Whom a cursor is made for: a name that no member and no stranger share. */
  String name() {
    return member.map(id -> "member " + id).orElse("stranger");
  }
}
