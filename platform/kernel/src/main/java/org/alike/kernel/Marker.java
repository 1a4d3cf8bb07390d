package org.alike.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The trace of a POST that carried an {@code Idempotency-Key}: what was asked and what was
 * answered. Stores write it in the same transaction as the effect, so that neither can exist
 * without the other.
 *
 * @param id names caller, route and key; a digest, so that it tells nothing
 * @param fingerprint digest of the body
 * @param answer the first answer, replayed for a repeat
 * @param expires when the key is forgotten
 */
public record Marker(String id, String fingerprint, Answer answer, Instant expires) {
  /** How long a key is remembered. */
  static final Duration KEPT = Duration.ofHours(24);

  /** Thrown by a store when it finds the marker already written by the same request's first try. */
  public static final class AlreadyWritten extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says that the request was already answered. */
    public AlreadyWritten() {
      super("Already answered", null, false, false);
    }
  }

  /** Finds the markers that stores wrote. */
  public interface Finder {
    /** The marker with this id, unless it is absent or expired. Reads consistently. */
    Optional<Marker> find(String id);
  }
}
