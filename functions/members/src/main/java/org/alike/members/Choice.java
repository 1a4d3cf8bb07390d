package org.alike.members;

import java.util.Optional;
import org.alike.kernel.Fields;

/** Reads a field that holds one of a few words. */
final class Choice {
  private static final int LONGEST = 20;

  private Choice() {}

  /** The constant that the field names; empty when it is absent or null. */
  static <E extends Enum<E>> Optional<E> read(Fields fields, String name, Class<E> type) {
    Optional<String> word = fields.optionalText(name, LONGEST);
    Optional<E> constant = word.flatMap(text -> Words.find(type, text));
    if (word.isPresent() && constant.isEmpty()) {
      fields.reject(name, "choice", "This must be one of the choices.");
    }
    return constant;
  }
}
