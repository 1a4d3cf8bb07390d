package org.alike.members;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alike.kernel.Answer;
import org.alike.kernel.Cursors;
import org.alike.kernel.Json;
import org.alike.kernel.Request;

/**
 * A member's introductions, those that wait for an answer and those both said yes to. Whoever was
 * erased, has withdrawn consent, or is parted from the member by a block is in none of them; who
 * has withdrawn consent themselves has none. Thread-safe.
 */
final class Introductions {
  private final MemberStore members;
  private final BlockStore blocks;
  private final IntroductionStore store;
  private final Listing listing;
  private final Cursors cursors;

  private record Shown(Introduction introduction, Member other) {}

  Introductions(
      MemberStore members,
      BlockStore blocks,
      IntroductionStore store,
      Listing listing,
      Cursors cursors) {
    this.members = members;
    this.blocks = blocks;
    this.store = store;
    this.listing = listing;
    this.cursors = cursors;
  }

  /** {@code GET /me/introductions}, newest first. */
  Answer list(Request request) {
    String member = request.member();
    String list = "introductions " + member;
    int limit = request.limit();
    Optional<String> after = request.query("cursor").map(c -> cursors.open(list, c).get(0));
    Optional<Member> me = members.find(member).filter(Listing::takesPart);
    List<Shown> found =
        me.map(unused -> shown(member, after, limit + 1, request.received())).orElse(List.of());
    List<Shown> page = found.subList(0, Math.min(found.size(), limit));
    return Answer.ok(
        Json.of(
            "items",
            page.stream().map(one -> json(one, me)).toList(),
            "next",
            found.size() > limit
                ? cursors.seal(list, List.of(page.get(limit - 1).introduction().id()))
                : null));
  }

  private Map<String, Object> json(Shown one, Optional<Member> me) {
    return IntroductionView.json(one.introduction(), one.other(), name(one, me));
  }

  /** To ask for somebody is no way to go on knowing a name that was hidden since. */
  private Optional<String> name(Shown one, Optional<Member> me) {
    return one.introduction().namesTheOther()
        ? Optional.of(one.other().profile().displayName())
        : me.flatMap(to -> listing.name(one.other(), to));
  }

  private List<Shown> shown(String member, Optional<String> after, int most, Instant now) {
    Map<String, Tie> ties =
        blocks.of(member).stream().collect(Collectors.toMap(Tie::other, Function.identity()));
    return store
        .newestFirst(member, after)
        .filter(one -> one.isShown(ties.getOrDefault(one.other(), Tie.none(one.other())), now))
        .flatMap(one -> members.find(one.other()).map(other -> new Shown(one, other)).stream())
        .filter(one -> Listing.takesPart(one.other()))
        .limit(most)
        .toList();
  }
}
