package org.alike.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opaque, signed places in a list.
 *
 * <p>A cursor is bound to the query and the caller it was made for (the binding): sent with any
 * other, or changed by a bit, it is refused. What it holds are sort keys and ids, never anything
 * personal. HMAC-SHA-256 cut to 128 bits (RFC 2104, section 5). Thread-safe.
 */
public final class Cursors {
  private static final int MAC_BYTES = 16;
  private static final int MAX_LENGTH = 2_000;
  private final Supplier<byte[]> key;

  /** Signs with this key, which is asked for when first needed. */
  public Cursors(Supplier<byte[]> key) {
    this.key = key;
  }

  /** The cursor for a place in the list that the binding names. */
  public String seal(String binding, List<String> place) {
    byte[] payload = String.join("\n", place).getBytes(StandardCharsets.UTF_8);
    byte[] sealed =
        ByteBuffer.allocate(MAC_BYTES + payload.length)
            .put(mac(binding, payload))
            .put(payload)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /**
   * The place that a cursor names.
   *
   * @throws Failure MALFORMED when we did not make this cursor for this binding
   */
  public List<String> open(String binding, String cursor) {
    byte[] sealed = decode(cursor);
    byte[] payload = Arrays.copyOfRange(sealed, Math.min(MAC_BYTES, sealed.length), sealed.length);
    byte[] mac = Arrays.copyOf(sealed, MAC_BYTES);
    if (!MessageDigest.isEqual(mac, mac(binding, payload))) {
      throw refused();
    }
    return new ArrayList<>(List.of(new String(payload, StandardCharsets.UTF_8).split("\n", -1)));
  }

  private static byte[] decode(String cursor) {
    if (cursor.length() > MAX_LENGTH) {
      throw refused();
    }
    try {
      return Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException notBase64) {
      throw refused();
    }
  }

  private static Failure refused() {
    return Failure.malformed("The cursor is not one that this list gave out.");
  }

  private byte[] mac(String binding, byte[] payload) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.get(), "HmacSHA256"));
      byte[] bound = binding.getBytes(StandardCharsets.UTF_8);
      mac.update(ByteBuffer.allocate(4).putInt(bound.length).array());
      mac.update(bound);
      return Arrays.copyOf(mac.doFinal(payload), MAC_BYTES);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
