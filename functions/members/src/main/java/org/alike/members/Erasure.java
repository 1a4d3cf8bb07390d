package org.alike.members;

import java.time.Duration;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Request;

/**
 * Erasing oneself. Whatever crashes in the middle, the member is gone or still there, and what is
 * left of a member who is gone is removed when the bus tells of it, if not at once. Erasing again
 * is answered the same. Thread-safe.
 */
final class Erasure {
  /** How long it stays known that there was a member of this id, for events that come late. */
  private static final Duration TOMBSTONE = Duration.ofDays(30);

  private static final int ATTEMPTS = 5;
  private final MemberStore members;
  private final ErasureStore store;

  Erasure(MemberStore members, ErasureStore store) {
    this.members = members;
    this.store = store;
  }

  /** {@code DELETE /me?posts=}. */
  Answer erase(Request request) {
    String member = request.member();
    PostsChoice posts = posts(request);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Member> found = members.find(member);
      if (found.isEmpty() || begun(found.get(), posts, request)) {
        store.finish(member);
        return Answer.noContent();
      }
    }
    throw Failure.unavailable(1);
  }

  /** {@code MemberErased}: ends what a crash may have cut short. */
  void finish(String member) {
    store.finish(member);
  }

  private boolean begun(Member member, PostsChoice posts, Request request) {
    return store.begin(member, posts, request.received(), request.received().plus(TOMBSTONE));
  }

  private static PostsChoice posts(Request request) {
    return PostsChoice.of(request.query("posts").orElse(PostsChoice.ANONYMISE.word()))
        .orElseThrow(
            () ->
                Failure.invalid(
                    "posts", "choice", "Posts can be kept without a name (anonymise) or removed."));
  }
}
