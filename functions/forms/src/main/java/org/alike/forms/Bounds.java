package org.alike.forms;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which numbers a field takes.
 *
 * @param whole only whole ones
 * @param from the least
 * @param to the greatest
 * @param yearsAgo for years: the latest one is so many years ago
 */
record Bounds(
    boolean whole, Optional<BigDecimal> from, Optional<BigDecimal> to, OptionalInt yearsAgo) {
  private static final int MOST_DIGITS = 15;

  /** Any number. */
  static final Bounds NONE =
      new Bounds(false, Optional.empty(), Optional.empty(), OptionalInt.empty());

  /** The number that a text is: an optional sign, digits, an optional fraction; no exponent. */
  Optional<BigDecimal> read(String text) {
    int point = text.indexOf('.');
    String digits = text.startsWith("-") ? text.substring(1) : text;
    boolean plain =
        digits.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.')
            && point == text.lastIndexOf('.')
            && !digits.startsWith(".")
            && !digits.endsWith(".")
            && !digits.isEmpty()
            && digits.length() <= MOST_DIGITS + 1;
    return plain && (point < 0 || !whole) ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** The latest number that is allowed in this year. */
  Optional<BigDecimal> latest(int thisYear) {
    return yearsAgo.isPresent()
        ? Optional.of(BigDecimal.valueOf((long) thisYear - yearsAgo.getAsInt()))
        : to;
  }
}
