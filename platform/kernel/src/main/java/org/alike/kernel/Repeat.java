package org.alike.kernel;

import java.util.Optional;
import java.util.function.Function;

/**
 * How a use case makes its effect repeatable: it asks for the marker of its result and hands it to
 * the store, which writes both in one transaction.
 *
 * @param <T> what the use case makes
 */
public final class Repeat<T> {
  private final Optional<Function<T, Marker>> marker;

  private Repeat(Optional<Function<T, Marker>> marker) {
    this.marker = marker;
  }

  /** For a request without an {@code Idempotency-Key}. */
  public static <T> Repeat<T> none() {
    return new Repeat<>(Optional.empty());
  }

  static <T> Repeat<T> of(Function<T, Marker> marker) {
    return new Repeat<>(Optional.of(marker));
  }

  /** The marker to write with this result, when the request carried a key. */
  public Optional<Marker> marker(T result) {
    return marker.map(of -> of.apply(result));
  }
}
