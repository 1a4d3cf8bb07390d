package org.alike.members;

import java.util.Locale;
import java.util.Optional;

/** How constants are written outside of the code: {@code NO_CHANGE} as {@code no-change}. Pure. */
final class Words {
  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant that a word names. */
  static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
    for (E constant : type.getEnumConstants()) {
      if (of(constant).equals(word)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }
}
