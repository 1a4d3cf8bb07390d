package org.alike.kernel;

/** Which characters a text from outside may hold. Pure; thread-safe. */
public final class Texts {
  private Texts() {}

  /**
   * Whether the text can be stored and shown as it is: no half surrogate (the table would store two
   * different ones as the same), no control character but tab and line breaks, no character that
   * turns the reading direction around or hides itself. The joiners that emoji need are fine.
   */
  public static boolean storable(String text) {
    return text.codePoints().allMatch(Texts::allowed);
  }

  /** Like {@link #storable}, on one line, and without letters that look like nothing. */
  public static boolean storableLine(String text) {
    return text.codePoints()
        .allMatch(c -> c >= ' ' && allowed(c) && !breaksLine(c) && !looksBlank(c));
  }

  /** Length in code points, which is what limits speak of. */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean breaksLine(int c) {
    return c == 0x2028 || c == 0x2029;
  }

  /** The fillers of Hangul and the empty pattern of Braille, which strip as little as letters. */
  private static boolean looksBlank(int c) {
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
  }

  private static boolean allowed(int c) {
    if (c < ' ') {
      return c == '\t' || c == '\n' || c == '\r';
    }
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    boolean control = c >= 0x7F && c <= 0x9F;
    boolean turning = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    boolean hidden = c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
    boolean noncharacter = (c & 0xFFFE) == 0xFFFE;
    return !(surrogate || control || turning || hidden || noncharacter);
  }
}
