package org.alike.forms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.alike.kernel.Digest;
import org.alike.kernel.LinkSecret;

/**
 * The secret in the link to a form that somebody has not sent yet: 256 bits. It is kept nowhere.
 * What lies in the table under its digest is encrypted by it, so that nobody but who has the link
 * can read it, not even us. Immutable.
 *
 * @param text as the link shows it
 */
record PartialToken(String text) {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** A new one; the generator must be a secure one. */
  static PartialToken random(RandomGenerator random) {
    return new PartialToken(LinkSecret.random(random));
  }

  /** Whether it looks like one; anything else was never given out. */
  boolean isWellFormed() {
    return LinkSecret.isWellFormed(text);
  }

  /** What its item is found by. */
  String digest() {
    return Digest.of("partial", text);
  }

  /** The text, encrypted; the generator must be a secure one. */
  byte[] lock(String plain, RandomGenerator random) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] locked = cipher(Cipher.ENCRYPT_MODE, nonce, plain.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.allocate(nonce.length + locked.length).put(nonce).put(locked).array();
  }

  /** The text that was locked by this token. */
  String unlock(byte[] locked) {
    byte[] nonce = Arrays.copyOf(locked, NONCE_BYTES);
    byte[] rest = Arrays.copyOfRange(locked, NONCE_BYTES, locked.length);
    return new String(cipher(Cipher.DECRYPT_MODE, nonce, rest), StandardCharsets.UTF_8);
  }

  private byte[] cipher(int mode, byte[] nonce, byte[] bytes) {
    try {
      byte[] key = Base64.getUrlDecoder().decode(Digest.of("key", text));
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      SecretKeySpec secret = new SecretKeySpec(key, "AES");
      cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException notLockedHere) {
      throw new IllegalStateException(notLockedHere);
    }
  }
}
