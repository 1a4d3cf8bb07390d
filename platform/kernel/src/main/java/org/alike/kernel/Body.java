package org.alike.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A request's body as the gateway hands it on: as text, or in base64. Decoded when asked for, so
 * that a body that lies about its encoding is the client's problem and not a fault of the function.
 *
 * @param sent what the event holds
 * @param base64 what the event says it is
 */
public record Body(String sent, boolean base64) {

  /** A body handed on as text. */
  public static Body ofText(String text) {
    return new Body(text, false);
  }

  /**
   * The bytes that the client sent.
   *
   * @throws Failure MALFORMED when they are not in the encoding the event says
   */
  public byte[] bytes() {
    if (!base64) {
      return sent.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(sent);
    } catch (IllegalArgumentException notBase64) {
      throw Failure.malformed("The body is not what its encoding says.");
    }
  }

  /**
   * The body as text.
   *
   * @throws Failure MALFORMED when it is not UTF-8
   */
  public String text() {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes())).toString();
    } catch (CharacterCodingException notUtf8) {
      throw Failure.malformed("The body is not UTF-8.");
    }
  }
}
