package org.alike.discussions;

import java.util.Optional;

/** Whom a cursor is made for. Pure. */
final class Visitor {
  private Visitor() {}

  /** A name that no member and no stranger share. */
  static String of(Optional<String> member) {
    return member.map(id -> "member " + id).orElse("stranger");
  }
}
