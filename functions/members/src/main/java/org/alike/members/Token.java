package org.alike.members;

import java.util.Base64;
import java.util.random.RandomGenerator;
import org.alike.kernel.Digest;

/**
 * The secret part of a confirmation link: 256 random bits. Only its digest is kept, except in the
 * letter that is waiting to be sent.
 *
 * @param text as the link shows it
 */
record Token(String text) {
  private static final int BYTES = 32;
  private static final int LENGTH = 43;

  /** A new one; the generator must be a secure one. */
  static Token random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether it looks like one; anything else was never given out. */
  boolean isWellFormed() {
    return text.length() == LENGTH
        && text.chars()
            .allMatch(
                c ->
                    (c >= 'A' && c <= 'Z')
                        || (c >= 'a' && c <= 'z')
                        || (c >= '0' && c <= '9')
                        || c == '-'
                        || c == '_');
  }

  String digest() {
    return Digest.of(text);
  }
}
