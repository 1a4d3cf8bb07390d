package org.alike.content;

import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Caller;
import org.alike.kernel.Json;

/**
 * Who is answerable for a text.
 *
 * @param id the member, or the token's subject where that is no member
 * @param name what others see of them, where it is known
 */
record Author(String id, Optional<String> name) {
  static Author of(Caller caller) {
    return new Author(caller.id(), Optional.empty());
  }

  static Author of(Provenance provenance) {
    return new Author(provenance.authorId(), provenance.authorName());
  }

  Map<String, Object> toJson() {
    return Json.of("id", id, "name", name);
  }
}
