package org.alike.kernel;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** The secret part of a link that is as good as a key: 256 random bits as 43 characters. */
public final class LinkSecret {
  private static final int BYTES = 32;
  private static final int LENGTH = 43;

  private LinkSecret() {}

  /** A new one; the generator must be a secure one. */
  public static String random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether a text looks like one; anything else was never given out. */
  public static boolean isWellFormed(String text) {
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
}
