package org.alike.forms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When what didn't arrive is tried again: seven times in about a day, first soon and then ever more
 * slowly, each time up to a fifth earlier or later, so that not everything that failed together
 * comes again together. Thread-safe when the generator is.
 */
final class Retries {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(8),
          Duration.ofHours(14));

  /** How often something is tried at most. */
  static final int MOST = WAITS.size() + 1;

  private static final double JITTER = 0.2;
  private final RandomGenerator random;

  Retries(RandomGenerator random) {
    this.random = random;
  }

  /** When to try again after so many tries; empty when it was enough. */
  Optional<Instant> after(int tries, Instant now) {
    return tries < MOST ? Optional.of(now.plus(jittered(WAITS.get(tries - 1)))) : Optional.empty();
  }

  /** When to come back to what could not be tried just now. */
  Instant soon(Instant now) {
    return now.plus(jittered(WAITS.get(0)));
  }

  private Duration jittered(Duration wait) {
    double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
    return Duration.ofSeconds(Math.round(wait.toSeconds() * factor));
  }
}
