package org.alike.discussions;

import org.alike.kernel.Texts;

/** The first words of a text, on one line. Pure. */
final class Excerpt {
  /** The longest excerpt in code points, the ellipsis included. */
  static final int LONGEST = 247;

  private static final String ELLIPSIS = "…";

  private Excerpt() {}

  static String of(String text) {
    String line = line(text);
    if (Texts.length(line) <= LONGEST) {
      return line;
    }
    String cut = line.substring(0, line.offsetByCodePoints(0, LONGEST - 1));
    boolean betweenWords = line.charAt(cut.length()) == ' ';
    int space = cut.lastIndexOf(' ');
    String words = betweenWords || space < 0 ? cut : cut.substring(0, space);
    return words.stripTrailing() + ELLIPSIS;
  }

  /** White space of any kind and length becomes one space; one pass, whatever the text. */
  private static String line(String text) {
    StringBuilder line = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        gap = line.length() > 0;
      } else {
        line.append(gap ? " " : "").append(c);
        gap = false;
      }
    }
    return line.toString();
  }
}
