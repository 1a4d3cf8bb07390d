package org.alike.forms;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.alike.kernel.Failure;

/** Decodes bytes strictly: what is not UTF-8 is refused, never replaced. Pure. */
final class Utf8 {
  private Utf8() {}

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
