package org.alike.members;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Fields;
import org.alike.kernel.Ids;
import org.alike.kernel.Request;

/**
 * Answering a request to get in touch, or withdrawing one. Of an answer and a withdrawal at the
 * same moment one is first, and the other is told that it came too late. A no changes nothing that
 * who asked can see. Giving the same answer again is answered the same. Thread-safe.
 */
final class IntroductionAnswers {
  private static final int ATTEMPTS = 8;
  private final MemberStore members;
  private final BlockStore blocks;
  private final IntroductionStore store;
  private final Ids ids;

  IntroductionAnswers(MemberStore members, BlockStore blocks, IntroductionStore store, Ids ids) {
    this.members = members;
    this.blocks = blocks;
    this.store = store;
    this.ids = ids;
  }

  /** {@code PATCH /me/introductions/{id}}. */
  Answer answer(Request request) {
    String member = request.member();
    Introduction.State wanted = wanted(request.fields());
    String id = request.path("id");
    for (int attempt = 0; Ids.isId(id) && attempt < ATTEMPTS; attempt++) {
      Introduction one = store.find(member, id).orElseThrow(IntroductionAnswers::unknown);
      mayBe(wanted, one);
      Optional<Answer> answer =
          wanted == Introduction.State.ACCEPTED
              ? accepted(member, one, request.received())
              : ended(member, one, wanted);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    throw Ids.isId(id) ? Failure.unavailable(1) : unknown();
  }

  private static Introduction.State wanted(Fields fields) {
    String state = fields.text("state", 1, 20);
    Optional<Introduction.State> wanted =
        Stream.of(Introduction.State.values())
            .filter(one -> one != Introduction.State.WAITING && one.word().equals(state))
            .findFirst();
    if (wanted.isEmpty() && !state.isEmpty()) {
      fields.reject("state", "choice", "This must be accepted, declined or withdrawn.");
    }
    fields.end();
    return wanted.orElseThrow();
  }

  /** Who was asked says yes or no; who asked may withdraw. */
  private static void mayBe(Introduction.State wanted, Introduction one) {
    boolean received = one.direction() == Introduction.Direction.RECEIVED;
    if (received == (wanted == Introduction.State.WITHDRAWN)) {
      throw Failure.of(
          Failure.Kind.CONFLICT,
          received ? "You were asked: accept it or decline it." : "You asked: the other answers.");
    }
  }

  /** Empty when somebody was faster, so that it has to be looked at again. */
  private Optional<Answer> accepted(String member, Introduction one, Instant now) {
    Tie tie = blocks.between(member, one.other());
    Member me =
        members.find(member).filter(Listing::takesPart).orElseThrow(IntroductionAnswers::refused);
    Member asker =
        members
            .find(one.other())
            .filter(Listing::takesPart)
            .filter(found -> one.isShown(tie, now))
            .orElseThrow(IntroductionAnswers::unknown);
    Introduction accepted = one.becoming(Introduction.State.ACCEPTED);
    boolean done =
        one.state() == Introduction.State.ACCEPTED
            || store.accept(new IntroductionStore.Pair(asker, me), one, letter(asker.id(), now));
    Optional<String> name = Optional.of(asker.profile().displayName());
    return done
        ? Optional.of(Answer.ok(IntroductionView.json(accepted, asker, name)))
        : Optional.empty();
  }

  private Optional<Answer> ended(String member, Introduction one, Introduction.State wanted) {
    return switch (one.state()) {
      case ACCEPTED -> throw Failure.of(Failure.Kind.CONFLICT, "It was accepted already.");
      case DECLINED, WITHDRAWN -> Optional.of(Answer.noContent());
      case WAITING ->
          (wanted == Introduction.State.DECLINED
                  ? store.decline(member, one)
                  : store.withdraw(member, one))
              ? Optional.of(Answer.noContent())
              : Optional.empty();
    };
  }

  private Letter letter(String asker, Instant now) {
    return Letter.unfranked(
        ids.next(),
        Letter.Kind.INTRODUCTION_ACCEPTED,
        new Letter.Addressee.OfMember(asker),
        Optional.empty(),
        now.plus(Signups.VALID));
  }

  private static Failure refused() {
    return Failure.of(
        Failure.Kind.FORBIDDEN, "You have withdrawn your consent. Give it again to say yes.");
  }

  private static Failure unknown() {
    return Failure.notFound("There is no such request, or it has ended.");
  }
}
