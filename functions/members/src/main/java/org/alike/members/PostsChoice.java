package org.alike.members;

import java.util.Locale;
import java.util.Optional;

/** What is to become of an erased member's posts. */
enum PostsChoice {
  /** They stay, and nobody can tell whose they were. */
  ANONYMISE,
  /** They go as well. */
  REMOVE;

  /** As requests, items and events write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The choice that a word names. */
  static Optional<PostsChoice> of(String word) {
    for (PostsChoice posts : values()) {
      if (posts.word().equals(word)) {
        return Optional.of(posts);
      }
    }
    return Optional.empty();
  }
}
