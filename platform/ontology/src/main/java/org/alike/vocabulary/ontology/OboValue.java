package org.alike.vocabulary.ontology;

import org.jspecify.annotations.Nullable;

/** The value of an OBO line, read from left to right. Not thread-safe. */
final class OboValue {
  private final String value;
  private int at;

  OboValue(String value) {
    this.value = value;
  }

  /** What comes up to the next space; empty at the end. */
  String word() {
    skipSpace();
    int from = at;
    while (at < value.length() && value.charAt(at) != ' ') {
      at += value.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(at, value.length());
    return unescaped(value.substring(from, at));
  }

  /** What comes in quotation marks; null when there are none, or only one. */
  @Nullable String text() {
    skipSpace();
    if (at >= value.length() || value.charAt(at) != '"') {
      return null;
    }
    int from = ++at;
    while (at < value.length() && value.charAt(at) != '"') {
      at += value.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= value.length()) {
      return null;
    }
    return unescaped(value.substring(from, at++));
  }

  String textOrWord() {
    String text = text();
    return text == null ? word() : text;
  }

  private void skipSpace() {
    while (at < value.length() && value.charAt(at) == ' ') {
      at++;
    }
  }

  static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        char next = text.charAt(i);
        plain.append(next == 'n' || next == 't' || next == 'W' ? ' ' : next);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
