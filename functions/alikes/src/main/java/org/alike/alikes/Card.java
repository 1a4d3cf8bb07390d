package org.alike.alikes;

import java.util.Map;
import org.alike.kernel.Json;

/** What others see of a person: the name and the country, no more exact. */
final class Card {
  private Card() {}

  /** The card as JSON. */
  static Map<String, Object> of(Person person) {
    return Json.of(
        "id", person.id(), "displayName", person.displayName(), "country", person.country());
  }
}
