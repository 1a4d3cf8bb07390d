package org.alike.members;

import java.time.Clock;
import java.util.Optional;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Failure;

/**
 * Writes to a member that somebody close has joined, if they wish to hear of it: at most one letter
 * a week, however many have joined and however often that is told. Thread-safe.
 */
final class News {
  private static final int ATTEMPTS = 8;
  private final MemberStore members;
  private final NewsStore store;
  private final Clock clock;

  News(MemberStore members, NewsStore store, Clock clock) {
    this.members = members;
    this.store = store;
    this.clock = clock;
  }

  /** {@code AlikeJoined}: {@code memberId}, {@code week}. */
  void tell(DomainEvent joined) {
    String week = joined.text("week");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Member> member = members.find(joined.text("memberId")).filter(News::wishes);
      if (member.isEmpty()
          || store.write(member.get(), week, letter(member.get(), week))
              != NewsStore.Written.STALE) {
        return;
      }
    }
    throw Failure.unavailable(1);
  }

  /** Whether the member still wants to hear of it. */
  static boolean wishes(Member member) {
    return Listing.takesPart(member) && member.profile().wishes().news();
  }

  private Letter letter(Member member, String week) {
    return Letter.unfranked(
        "news." + member.id() + "." + week,
        Letter.Kind.NEWS,
        new Letter.Addressee.OfMember(member.id()),
        Optional.empty(),
        clock.instant().plus(Signups.VALID));
  }
}
