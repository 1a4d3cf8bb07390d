package org.alike.forms;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.alike.kernel.Digest;

/**
 * The work that our script has a browser do while somebody fills in a form, a fraction of a second
 * that nobody notices and that makes a million submissions dear: {@code _work} is {@code
 * time.number}, such that the digest of the request and this number begins with 16 zero bits. It is
 * bound to form, time and {@code Idempotency-Key}; since a key stands for one submission as long as
 * it is remembered, work can't be used twice. Pure.
 */
final class Work {
  /** Less than a key is remembered, by more than clocks may be ahead. */
  private static final Duration LASTS = Duration.ofHours(20);

  private static final Duration AHEAD = Duration.ofHours(1);
  private static final int MOST_DIGITS = 13;

  private Work() {}

  /** Whether this is work done for one submission of this form, under this key, of late. */
  static boolean isDone(String work, String form, String key, Instant now) {
    int point = work.indexOf('.');
    if (point < 0 || !isNumber(work.substring(0, point)) || !isNumber(work.substring(point + 1))) {
      return false;
    }
    String time = work.substring(0, point);
    Instant began = Instant.ofEpochMilli(Long.parseLong(time));
    boolean late = began.isBefore(now.minus(LASTS)) || began.isAfter(now.plus(AHEAD));
    String challenge = Digest.of("work", form, key, time);
    return !key.isEmpty() && !late && beginsWithZeros(challenge + work.substring(point));
  }

  /**
   * Base64 has six bits in a letter: two letters without any, and one with none in its first four.
   */
  private static boolean beginsWithZeros(String text) {
    String digest = Digest.of(text.getBytes(StandardCharsets.US_ASCII));
    return digest.startsWith("AA") && digest.charAt(2) <= 'D' && digest.charAt(2) >= 'A';
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= MOST_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
