package org.alike.discussions;

import java.util.Optional;
import java.util.Set;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;

/**
 * Who wrote a post, by the name they had then: a later change of name applies to later posts.
 *
 * @param id the member
 * @param displayName as shown; empty when the member shows other members no name
 */
record Author(String id, String displayName) {
  private static final Set<String> SIGNING = Set.of("members", "public");

  /**
   * The name that a {@code MemberChanged} lets posts be signed with: one that members at least may
   * see. Events from before each field had its own audience say nothing about it.
   */
  static Author told(DomainEvent event) {
    boolean shown =
        Json.asObject(event.data().get("shown"))
            .map(audiences -> SIGNING.contains(String.valueOf(audiences.get("displayName"))))
            .orElse(true);
    return new Author(event.entity(), shown ? event.text("displayName") : "");
  }

  /** The name; empty when there is none to show. */
  Optional<String> name() {
    return Optional.of(displayName).filter(name -> !name.isEmpty());
  }
}
