package org.alike.content;

import java.util.Optional;

/**
 * What a page is called in one language.
 *
 * @param name in full
 * @param shortName the short form worth showing beside it
 */
record Title(String name, Optional<String> shortName) {
  /** Both in one, such as {@code Amyotrophic Lateral Sclerosis (ALS)}. */
  String label() {
    return shortName.map(form -> name + " (" + form + ")").orElse(name);
  }
}
