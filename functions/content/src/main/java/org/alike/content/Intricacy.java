package org.alike.content;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells Markdown that nobody writes for readers: nested so deep that it would exhaust the stack, or
 * with so many marks in one paragraph that the parser's time grows with their square. Pure.
 */
final class Intricacy {
  /** Of each mark in one paragraph or list, and of its lines; a long list has some fifty. */
  private static final int MOST = 500;

  private static final int MOST_CONTAINERS = 10;
  private static final int MOST_INDENTATION = 40;
  private static final String MARKS = "*_[]<`&!";
  private static final Pattern CONTAINER = Pattern.compile("\\G[ \\t]*(?:>|[-+*]|\\d{1,9}[.)])");

  private Intricacy() {}

  /** Whether the text is too intricate to be read as Markdown. */
  static boolean of(String markdown) {
    int[] marks = new int[MARKS.length()];
    int lines = 0;
    for (String line : markdown.lines().toList()) {
      lines = line.isBlank() ? 0 : lines + 1;
      if (line.isBlank()) {
        marks = new int[MARKS.length()];
      } else if (lines > MOST || tooDeep(line) || tooMany(line, marks)) {
        return true;
      }
    }
    return false;
  }

  /** Quotes and lists in each other, by what the line begins with. */
  private static boolean tooDeep(String line) {
    Matcher container = CONTAINER.matcher(line);
    int containers = 0;
    while (container.find()) {
      containers++;
    }
    int indentation = line.length() - line.stripLeading().length();
    return containers > MOST_CONTAINERS || (containers > 0 && indentation > MOST_INDENTATION);
  }

  private static boolean tooMany(String line, int[] marks) {
    for (int i = 0; i < line.length(); i++) {
      int mark = MARKS.indexOf(line.charAt(i));
      if (mark >= 0 && ++marks[mark] > MOST) {
        return true;
      }
    }
    return false;
  }
}
