package org.alike.alikes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Rounds the sizes of groups within a population, so that nobody can be told apart by what is told;
 * docs/decisions/2026-11-25-insights-in-bands.md has the reasons, {@code InsightsAdversaryTest}
 * plays against them.
 *
 * <ul>
 *   <li>Of fewer than 11 nothing is told, and of 11 to 15 perhaps nothing.
 *   <li>Where a band ends is drawn for each group by a secret key: whoever joins a group and sees
 *       its band change does not know how many the others are. It is drawn anew when anybody joins
 *       or leaves the population, so that a change does not tell of who did.
 *   <li>All but 0 to 10 of a population are told like all but a few more: the last band is open.
 * </ul>
 *
 * The cell key method of official statistics (Fraser and Wooton 2005) made narrower: it is keyed by
 * the population and not by the group, so that nobody can draw again by editing a profile. Not
 * thread-safe.
 */
final class Bands {
  private static final String ALGORITHM = "HmacSHA256";
  private final Mac draw;
  private final Band last;

  private Bands(byte[] seed, int people) {
    this.draw = mac(seed);
    int room = people - 2 * Headcount.SMALLEST;
    this.last = room < 0 ? Band.NONE : new Band(1 + room / Band.STEP);
  }

  /**
   * The bands of a population.
   *
   * @param key secret, of this installation
   * @param name of what the population is one; the same people elsewhere have other bands
   * @param people ids of all in it, counted or not
   */
  static Bands of(byte[] key, String name, Collection<String> people) {
    Mac seed = mac(key);
    seed.update(("insights\n" + name).getBytes(StandardCharsets.UTF_8));
    people.stream()
        .sorted()
        .forEach(id -> seed.update(("\n" + id).getBytes(StandardCharsets.UTF_8)));
    return new Bands(seed.doFinal(), people.size());
  }

  /** What is told of a group of this size. */
  Band of(Cell cell, int size) {
    if (size < Headcount.SMALLEST) {
      return Band.NONE;
    }
    int beyond = size - Headcount.SMALLEST - drawn(cell);
    Band band = beyond < 0 ? Band.NONE : new Band(1 + beyond / Band.STEP);
    return band.within(last);
  }

  /** From 0 to {@link Band#OVERLAP}. */
  private int drawn(Cell cell) {
    String name = cell.feature().kindName() + "\n" + cell.feature().id() + "\n" + cell.aspect();
    byte[] random = draw.doFinal(name.getBytes(StandardCharsets.UTF_8));
    return (int) Long.remainderUnsigned(ByteBuffer.wrap(random).getLong(), Band.OVERLAP + 1L);
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
    }
  }
}
