package org.alike.kernel;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes ids that sort by the time they were made: UUID version 7 (RFC 9562, section 5.7).
 *
 * <p>Thread-safe when the random generator is, as {@link java.security.SecureRandom} is.
 */
public final class Ids {
  private final Clock clock;
  private final RandomGenerator random;

  /** Ids of this clock's time and this generator's randomness. */
  public Ids(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** A new id, 36 characters in lower case. */
  public String next() {
    long high = (clock.millis() << 16) | 0x7000 | (random.nextLong() & 0x0FFF);
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  /** The text that sorts behind every id made up to this millisecond, and before all later ones. */
  public static String lastOf(Instant moment) {
    long high = (moment.toEpochMilli() << 16) | 0x7FFF;
    return new UUID(high, 0xBFFFFFFFFFFFFFFFL).toString();
  }

  /** Whether a text from outside has the shape of an id; anything else can't name anything. */
  public static boolean isId(String text) {
    return text.length() == 36
        && text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }
}
