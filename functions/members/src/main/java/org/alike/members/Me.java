package org.alike.members;

import java.time.Duration;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Request;

/**
 * What members see and decide about themselves. The token of an erased member is good for nothing:
 * reading answers 404, as for a member who never was, and erasing again 204. Thread-safe.
 */
final class Me {
  /** How long it stays known that there was a member of this id, for events that come late. */
  private static final Duration TOMBSTONE = Duration.ofDays(30);

  private static final int ATTEMPTS = 5;
  private final MemberStore store;
  private final MemberView view;

  Me(MemberStore store, MemberView view) {
    this.store = store;
    this.view = view;
  }

  /** {@code GET /me}. */
  Answer show(Request request) {
    return store.find(request.member()).map(view::answer).orElseThrow(Me::gone);
  }

  /** {@code DELETE /me}. */
  Answer erase(Request request) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Member> member = store.find(request.member());
      if (member.isEmpty() || erased(member.get(), request)) {
        return Answer.noContent();
      }
    }
    throw Failure.unavailable(1);
  }

  /** What a token is told that has outlived its member. */
  static Failure gone() {
    return Failure.notFound("There is no such member any more.");
  }

  private boolean erased(Member member, Request request) {
    return store.erase(member, request.received(), request.received().plus(TOMBSTONE));
  }
}
