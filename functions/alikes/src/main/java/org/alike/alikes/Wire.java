package org.alike.alikes;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Finds what a name on the wire stands for. */
final class Wire {
  private Wire() {}

  static <T> Optional<T> find(T[] all, Function<T, String> wireName, String name) {
    return Arrays.stream(all).filter(one -> wireName.apply(one).equals(name)).findFirst();
  }
}
