package org.alike.members;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Cursors;
import org.alike.kernel.Failure;
import org.alike.kernel.Ids;
import org.alike.kernel.Json;
import org.alike.kernel.Request;

/**
 * Who wants nothing to do with whom. A block holds for both from the moment it is answered: neither
 * sees the other anywhere in this feature, and the other features are told. Thread-safe.
 */
final class BlockList {
  private static final int ATTEMPTS = 8;
  private final MemberStore members;
  private final BlockStore store;
  private final Listing listing;
  private final Cursors cursors;

  BlockList(MemberStore members, BlockStore store, Listing listing, Cursors cursors) {
    this.members = members;
    this.store = store;
    this.listing = listing;
    this.cursors = cursors;
  }

  /** {@code PUT /me/blocks/{id}}. */
  Answer block(Request request) {
    return change(request, true);
  }

  /** {@code DELETE /me/blocks/{id}}. */
  Answer unblock(Request request) {
    return change(request, false);
  }

  /**
   * {@code GET /me/blocks}: those whom the member has blocked, never by whom they were; by name
   * where the other would be known by name if the member had not blocked them.
   */
  Answer list(Request request) {
    String member = request.member();
    String list = "blocks " + member;
    String after = request.query("cursor").map(c -> cursors.open(list, c).get(0)).orElse("");
    List<Tie> blocked =
        store.of(member).stream()
            .filter(tie -> tie.blocks() && tie.other().compareTo(after) > 0)
            .limit(request.limit() + 1L)
            .toList();
    List<Tie> shown = blocked.subList(0, Math.min(blocked.size(), request.limit()));
    boolean more = blocked.size() > shown.size();
    Optional<Member> blocker = members.find(member);
    return Answer.ok(
        Json.of(
            "items",
            shown.stream().map(tie -> json(tie, blocker)).toList(),
            "next",
            more ? cursors.seal(list, List.of(shown.get(shown.size() - 1).other())) : null));
  }

  private Map<String, Object> json(Tie tie, Optional<Member> blocker) {
    return Json.of(
        "id",
        tie.other(),
        "displayName",
        blocker.filter(to -> !tie.blockedBy()).flatMap(to -> name(tie, to)),
        "since",
        tie.since().map(String::valueOf));
  }

  private Optional<String> name(Tie tie, Member blocker) {
    return members.find(tie.other()).flatMap(one -> listing.name(one, blocker));
  }

  private Answer change(Request request, boolean wanted) {
    String member = request.member();
    String other = request.path("id");
    if (other.equals(member)) {
      throw Failure.invalid("id", "self", "You can't block yourself.");
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      needed(member);
      needed(other);
      Tie seen = store.between(member, other);
      if (seen.blocks() == wanted || store.change(member, seen, changed(seen, wanted, request))) {
        return Answer.noContent();
      }
    }
    throw Failure.unavailable(1);
  }

  private static Tie changed(Tie seen, boolean wanted, Request request) {
    return wanted ? seen.blocking(request.received()) : seen.unblocking(request.received());
  }

  /** Unknown and erased ones are answered alike. */
  private void needed(String id) {
    if (!Ids.isId(id) || members.find(id).isEmpty()) {
      throw Failure.notFound("There is no such member.");
    }
  }
}
