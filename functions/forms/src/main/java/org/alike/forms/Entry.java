package org.alike.forms;

import java.util.Optional;

/**
 * One field as a client sent it.
 *
 * @param name exactly as sent; may be anything
 * @param value exactly as sent, as text; for a file an id of its content; empty for what has no
 *     text
 * @param kind what it was on the wire
 * @param file what a form brought itself
 */
record Entry(String name, String value, Kind kind, Optional<SentFile> file) {
  /** What a value can be on the wire. HTML forms send texts and files, JSON the others too. */
  enum Kind {
    TEXT,
    NUMBER,
    FLAG,
    FILE,
    /** The id of a file that was sent ahead. */
    UPLOAD,
    OTHER
  }

  Entry(String name, String value, Kind kind) {
    this(name, value, kind, Optional.empty());
  }

  static Entry file(String name, SentFile file) {
    return new Entry(name, file.id(), Kind.FILE, Optional.of(file));
  }

  static Entry text(String name, String value) {
    return new Entry(name, value, Kind.TEXT);
  }

  boolean isBlank() {
    return kind == Kind.TEXT && value.isBlank();
  }
}
