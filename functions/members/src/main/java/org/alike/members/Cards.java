package org.alike.members;

import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Ids;
import org.alike.kernel.Request;

/**
 * What members see of each other. Whoever can't be seen looks like somebody who never was, for
 * whatever reason. Thread-safe.
 */
final class Cards {
  private final MemberStore store;
  private final Blocks blocks;
  private final CardView view;

  Cards(MemberStore store, Blocks blocks, CardView view) {
    this.store = store;
    this.blocks = blocks;
    this.view = view;
  }

  /** {@code GET /members/{id}}; for members who are still there. */
  Answer show(Request request) {
    String caller = request.member();
    if (store.find(caller).isEmpty()) {
      throw Failure.of(
          Failure.Kind.FORBIDDEN, "This is for members. Sign up and confirm your address first.");
    }
    return Optional.of(request.path("id"))
        .filter(Ids::isId)
        .flatMap(store::find)
        .filter(other -> other.tells(Audience.MEMBERS, Field.DISPLAY_NAME))
        .filter(other -> !blocks.areParted(caller, other.id()))
        .map(other -> Answer.ok(view.json(other, request.received())))
        .orElseThrow(() -> Failure.notFound("There is no such member."));
  }
}
