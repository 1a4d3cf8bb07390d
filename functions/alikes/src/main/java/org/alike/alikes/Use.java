package org.alike.alikes;

import java.util.Locale;
import java.util.Optional;

/** Whether a member still has a treatment. */
enum Use {
  CURRENT,
  PAST;

  /** The use of this name; empty when the name says nothing we know. */
  static Optional<Use> of(String name) {
    return Wire.find(values(), Use::wireName, name);
  }

  /** The name that events and clients use. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
