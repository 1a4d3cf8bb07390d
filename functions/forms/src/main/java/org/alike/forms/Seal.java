package org.alike.forms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.alike.kernel.Digest;

/**
 * Seals a few bytes so that they can stand in an address: nobody can read or make them but us.
 * AES-256-GCM under a key that is derived for one purpose, so that what was sealed for another one
 * can't be opened. The nonce follows from the content (as in RFC 5297): the same content is always
 * sealed the same, and no nonce ever meets two contents. Thread-safe.
 */
final class Seal {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final int MOST = 400;
  private final Supplier<byte[]> key;
  private final String purpose;

  /** A seal for one purpose; the key is asked for when first needed. */
  Seal(Supplier<byte[]> key, String purpose) {
    this.key = key;
    this.purpose = purpose;
  }

  /** The content, sealed, as it can stand in an address. */
  String close(byte[] content) {
    byte[] nonce = Arrays.copyOf(mac("nonce", content), NONCE_BYTES);
    byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce, content, 0);
    byte[] sealed =
        ByteBuffer.allocate(nonce.length + closed.length).put(nonce).put(closed).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /** The content; empty when it was not sealed here for this purpose, in exactly this spelling. */
  Optional<byte[]> open(String sealed) {
    if (sealed.length() > MOST) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(sealed);
      if (bytes.length < NONCE_BYTES + TAG_BYTES) {
        return Optional.empty();
      }
      byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
      byte[] content = cipher(Cipher.DECRYPT_MODE, nonce, bytes, NONCE_BYTES);
      return Optional.of(content).filter(opened -> close(opened).equals(sealed));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /** 256 bits that only we can make of these parts, and always the same. */
  String secret(String... parts) {
    byte[] mac = mac("secret", Digest.of(parts).getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }

  private byte[] cipher(int mode, byte[] nonce, byte[] bytes, int from) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      SecretKeySpec secret = new SecretKeySpec(mac("key", new byte[0]), "AES");
      cipher.init(mode, secret, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
      return cipher.doFinal(bytes, from, bytes.length - from);
    } catch (AEADBadTagException changed) {
      throw new IllegalArgumentException(changed);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private byte[] mac(String use, byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.get(), "HmacSHA256"));
      mac.update((purpose + "\n" + use + "\n").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(content);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
