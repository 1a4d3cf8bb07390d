package org.alike.forms;

/**
 * One field as a client sent it.
 *
 * @param name exactly as sent; may be anything
 * @param value exactly as sent, as text; empty for a file and for what has no text form
 * @param kind what it was on the wire
 */
record Entry(String name, String value, Kind kind) {
  /** What a value can be on the wire. HTML forms send texts and files, JSON the others too. */
  enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    FILE,
    OTHER
  }

  static Entry text(String name, String value) {
    return new Entry(name, value, Kind.TEXT);
  }

  boolean isBlank() {
    return kind == Kind.TEXT && value.isBlank();
  }
}
