package org.alike.members;

import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Request;

/**
 * What members see about themselves. The token of an erased member is good for nothing: reading
 * answers 404, as for a member who never was. Thread-safe.
 */
final class Me {
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

  /** What a token is told that has outlived its member. */
  static Failure gone() {
    return Failure.notFound("There is no such member any more.");
  }
}
