package org.alike.forms;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.alike.kernel.Failure;

/** Decodes bytes strictly: what is not UTF-8 is refused, never replaced. Pure. */
final class Utf8 {
  private static final Set<String> NAMES = Set.of("utf-8", "utf8", "us-ascii");

  private Utf8() {}

  /** Whether what is encoded so is UTF-8. */
  static boolean isItself(String charset) {
    return NAMES.contains(charset.toLowerCase(Locale.ROOT));
  }

  static String decode(byte[] bytes, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      throw Failure.malformed("The form is not UTF-8.");
    }
  }
}
