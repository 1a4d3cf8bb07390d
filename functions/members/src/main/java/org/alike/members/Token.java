package org.alike.members;

import java.util.random.RandomGenerator;
import org.alike.kernel.Digest;
import org.alike.kernel.LinkSecret;

/**
 * The secret part of a confirmation link: 256 random bits. Only its digest is kept, except in the
 * letter that is waiting to be sent.
 *
 * @param text as the link shows it
 */
record Token(String text) {
  /** A new one; the generator must be a secure one. */
  static Token random(RandomGenerator random) {
    return new Token(LinkSecret.random(random));
  }

  /** Whether it looks like one; anything else was never given out. */
  boolean isWellFormed() {
    return LinkSecret.isWellFormed(text);
  }

  String digest() {
    return Digest.of(text);
  }
}
