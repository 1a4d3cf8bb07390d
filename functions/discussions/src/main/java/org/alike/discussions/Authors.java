package org.alike.discussions;

import java.util.List;
import org.alike.kernel.DomainEvent;

/**
 * Keeps the authors in step with the members. Events may come late, twice and in any order: an
 * older version changes nothing, and nothing brings an erased member's name back. A new display
 * name is for new posts; what was written stays signed as it was.
 *
 * <p>Erasing ends the right to post first, which no post under way can outrun, and then takes the
 * name off each post. Whatever is done is off the list in the same transaction, so that a second
 * try goes on where the first one died. Thread-safe.
 */
final class Authors {
  private final AuthorStore store;

  Authors(AuthorStore store) {
    this.store = store;
  }

  /** For {@code MemberChanged}. */
  void changed(DomainEvent event) {
    store.note(new Author(event.entity(), event.text("displayName")), event.version());
  }

  /** For {@code MemberErased}. */
  void erased(DomainEvent event) {
    String author = event.entity();
    store.bury(author, event.version());
    for (List<AuthorStore.Post> some = store.posts(author);
        !some.isEmpty();
        some = store.posts(author)) {
      some.forEach(post -> store.anonymise(author, post));
    }
    store.forgetGuards(author);
  }
}
