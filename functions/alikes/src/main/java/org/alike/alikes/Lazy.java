package org.alike.alikes;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Made when first asked for, and kept; what it was made of is not. Thread-safe. */
final class Lazy<T> implements Supplier<T> {
  private @Nullable Supplier<T> made;
  private @Nullable T value;

  Lazy(Supplier<T> made) {
    this.made = made;
  }

  @Override
  public synchronized T get() {
    T known = value;
    if (known == null) {
      known = Objects.requireNonNull(made).get();
      value = known;
      made = null;
    }
    return known;
  }
}
