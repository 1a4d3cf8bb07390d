package org.alike.forms;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of comma-separated values (RFC 4180) that spreadsheets open as what they are. Pure.
 *
 * <p>A cell that a spreadsheet would take for a formula gets an apostrophe in front: those of
 * strangers could send the owner's other cells away.
 */
final class Csv {
  /** Tells spreadsheets that it is UTF-8. */
  static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Full-width ones count in East Asian spreadsheets. */
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private static final String NEEDS_QUOTES = ",;\"\r\n";

  private Csv() {}

  /** One row with its line end. */
  static String row(List<String> cells) {
    return cells.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** The text as a cell holds it. */
  static String safe(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String text) {
    String safe = safe(text);
    boolean plain =
        safe.strip().equals(safe) && safe.chars().allMatch(c -> NEEDS_QUOTES.indexOf(c) < 0);
    return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
