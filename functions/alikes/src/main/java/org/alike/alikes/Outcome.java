package org.alike.alikes;

import java.util.Optional;

/** What a treatment did for a member, as the member says; from best to worst, then unknown. */
enum Outcome {
  HELPED("helped"),
  NO_CHANGE("no-change"),
  WORSE("worse"),
  TOO_EARLY("too-early");

  private final String wireName;

  Outcome(String wireName) {
    this.wireName = wireName;
  }

  /** The outcome of this name; empty when the name says nothing we know. */
  static Optional<Outcome> of(String name) {
    return Wire.find(values(), Outcome::wireName, name);
  }

  /** The name that events use. */
  String wireName() {
    return wireName;
  }
}
