package org.alike.members;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Fields;
import org.alike.kernel.Ids;
import org.alike.kernel.Request;

/**
 * Asking somebody to get in touch. Only who is listed to a member, and as both wish, can be asked
 * by them; everybody else, whether unknown, erased, private or parted by a block, is answered
 * alike. Two who ask each other at once end as one request: the other is told to look. Thread-safe.
 */
final class IntroductionRequests {
  private static final int MAX_NOTE = 300;
  private static final int ATTEMPTS = 8;
  private final MemberStore members;
  private final BlockStore blocks;
  private final IntroductionStore store;
  private final Listing listing;
  private final Ids ids;

  IntroductionRequests(
      MemberStore members, BlockStore blocks, IntroductionStore store, Listing listing, Ids ids) {
    this.members = members;
    this.blocks = blocks;
    this.store = store;
    this.listing = listing;
    this.ids = ids;
  }

  /** {@code POST /members/{id}/introductions}. */
  Answer ask(Request request) {
    String asker = request.member();
    Fields fields = request.fields();
    String note = fields.text("note", 1, MAX_NOTE);
    fields.end();
    String other = request.path("id");
    if (other.equals(asker)) {
      throw Failure.invalid("id", "self", "You can't ask yourself.");
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Introduction> sent = tried(asker, other, note, request);
      if (sent.isPresent()) {
        return answer(sent.get());
      }
    }
    throw Failure.unavailable(1);
  }

  private Optional<Introduction> tried(String asker, String other, String note, Request request) {
    Instant now = request.received();
    IntroductionStore.Seen seen =
        new IntroductionStore.Seen(store.asking(asker), store.asking(other));
    Tie tie = blocks.between(asker, other);
    IntroductionStore.Pair pair = pair(asker, other, tie, now);
    Asking asking = allowed(pair, seen.asker(), now);
    Introduction sent = Introduction.asking(ids.next(), other, note, now, tie);
    IntroductionStore.Asked asked =
        new IntroductionStore.Asked(pair, sent, asking, letter(other, now));
    return store.ask(asked, seen, request.repeat(this::answer).marker(sent))
        ? Optional.of(sent)
        : Optional.empty();
  }

  private Answer answer(Introduction sent) {
    return Answer.created("/me/introductions/" + sent.id(), IntroductionView.asked(sent));
  }

  private IntroductionStore.Pair pair(String asker, String other, Tie tie, Instant now) {
    Member me = members.find(asker).orElseThrow(IntroductionRequests::nobody);
    if (!Listing.takesPart(me)) {
      throw Failure.of(
          Failure.Kind.FORBIDDEN, "You have withdrawn your consent. Give it again to ask others.");
    }
    return Optional.of(other)
        .filter(Ids::isId)
        .flatMap(members::find)
        .filter(found -> !tie.parts() && listing.listsAsWished(found, me, now))
        .map(found -> new IntroductionStore.Pair(me, found))
        .orElseThrow(IntroductionRequests::nobody);
  }

  /** Judges the limits by all that the member sent and was sent in the time that is remembered. */
  private Asking allowed(IntroductionStore.Pair pair, Asking seen, Instant now) {
    String asker = pair.asker().id();
    List<Introduction> lately =
        store
            .newestFirst(asker, Optional.empty())
            .takeWhile(one -> one.asked().plus(Introduction.REMEMBERED).isAfter(now))
            .toList();
    for (Introduction one : lately) {
      if (one.other().equals(pair.asked().id())) {
        notAgain(one, blocks.between(asker, one.other()), now);
      }
    }
    long waiting = lately.stream().filter(one -> waits(asker, one, now)).count();
    if (waiting >= Asking.WAITING) {
      throw Failure.of(
          Failure.Kind.CONFLICT,
          "Five of your requests wait for an answer. Please wait, or withdraw one.");
    }
    return seen.next(now).orElseThrow(() -> Failure.tooMany(Asking.untilTomorrow(now)));
  }

  private static void notAgain(Introduction one, Tie tie, Instant now) {
    if (one.isRecent(now)) {
      throw Failure.of(Failure.Kind.CONFLICT, "You have asked this member already.");
    }
    if (one.direction() == Introduction.Direction.RECEIVED && one.isShown(tie, now)) {
      throw Failure.of(
          Failure.Kind.CONFLICT,
          "There is a request of this member already: look at your requests.");
    }
  }

  /** Whether it still waits, for all that its member is shown. */
  private boolean waits(String asker, Introduction one, Instant now) {
    return one.direction() == Introduction.Direction.SENT
        && one.isOpen(blocks.between(asker, one.other()), now)
        && members.find(one.other()).filter(Listing::takesPart).isPresent();
  }

  private Letter letter(String other, Instant now) {
    return Letter.unfranked(
        ids.next(),
        Letter.Kind.INTRODUCTION,
        new Letter.Addressee.OfMember(other),
        Optional.empty(),
        now.plus(Signups.VALID));
  }

  private static Failure nobody() {
    return Failure.notFound("There is no such member.");
  }
}
