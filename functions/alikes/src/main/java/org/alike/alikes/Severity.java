package org.alike.alikes;

import java.util.Locale;
import java.util.Optional;

/** How bad a symptom is, as the member says; in this order it gets worse. */
enum Severity {
  NONE,
  MILD,
  MODERATE,
  SEVERE;

  /** The severity of this name; empty when the name says nothing we know. */
  static Optional<Severity> of(String name) {
    return Wire.find(values(), Severity::wireName, name);
  }

  /** The name that events and clients use. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
