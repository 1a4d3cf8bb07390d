package org.alike.discussions;

import java.util.List;
import java.util.function.BiConsumer;
import org.alike.kernel.DomainEvent;

/**
 * Keeps the authors in step with the members. Events may come late, twice and in any order: an
 * older version changes nothing, and nothing brings an erased member back. A new display name is
 * for new posts; what was written stays signed as it was.
 *
 * <p>Erasing ends the right to post first, which no post under way can outrun, and then goes from
 * post to post. Whatever is done is off the list in the same transaction, so that a second try goes
 * on where the first one died. Withdrawing the consent does the same: the right to post ends first,
 * then each post is told anew as one that is not to be quoted. Thread-safe.
 */
final class Authors {
  private final AuthorStore store;
  private final AuthoredPosts posts;

  Authors(AuthorStore store, AuthoredPosts posts) {
    this.store = store;
    this.posts = posts;
  }

  /** For {@code MemberChanged}. */
  void changed(DomainEvent event) {
    boolean withdrawn = Boolean.FALSE.equals(event.data().get("matchable"));
    store.note(Author.told(event), event.version(), withdrawn);
    Profile known = store.profile(event.entity());
    if (!known.settled()) {
      settle(known);
    }
  }

  /** For {@code MemberErased}. */
  void erased(DomainEvent event) {
    String author = event.entity();
    store.bury(author, event.version());
    BiConsumer<String, AuthoredPosts.Post> end =
        event.text("posts").equals("remove") ? posts::remove : posts::anonymise;
    for (List<AuthoredPosts.Post> some = posts.some(author);
        !some.isEmpty();
        some = posts.some(author)) {
      some.forEach(post -> end.accept(author, post));
    }
    store.forget(author);
  }

  /** For {@code MembersParted}. */
  void parted(DomainEvent event) {
    store.keep(Block.told(event, true));
  }

  /** For {@code MembersReunited}. */
  void reunited(DomainEvent event) {
    store.keep(Block.told(event, false));
  }

  /** Whoever notes something newer meanwhile goes through the posts again. */
  private void settle(Profile author) {
    for (AuthoredPosts.Post post : posts.all(author.id(), author.withdrawn())) {
      if (!posts.follow(author, post)) {
        return;
      }
    }
    store.settle(author);
  }
}
