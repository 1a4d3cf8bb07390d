package org.alike.alikes;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Made when first asked for, and kept. Thread-safe. */
final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> made;
  private @Nullable T value;

  Lazy(Supplier<T> made) {
    this.made = made;
  }

  @Override
  public synchronized T get() {
    T known = value;
    if (known == null) {
      known = made.get();
      value = known;
    }
    return known;
  }
}
