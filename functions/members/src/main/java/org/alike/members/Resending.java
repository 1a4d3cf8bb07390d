package org.alike.members;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Fields;
import org.alike.kernel.Json;
import org.alike.kernel.Request;

/**
 * Asking for the confirmation mail once more. The answer is the same whatever the address is, and
 * so is what is done for it: one letter is put into the outbox, and only whoever sends it finds out
 * whether there is anything to send. Thread-safe.
 */
final class Resending {
  private static final int MAX_TYPED = 320;
  private final Outbox outbox;
  private final RandomGenerator random;

  Resending(Outbox outbox, RandomGenerator random) {
    this.outbox = outbox;
    this.random = random;
  }

  /** {@code POST /confirmations}. */
  Answer ask(Request request) {
    Mailbox mailbox = mailbox(request.fields());
    Letter letter = letter(mailbox, request);
    outbox.put(letter, request.repeat(asked -> answer()).marker(letter), request.received());
    return answer();
  }

  /** The mailbox that a body's only field names. */
  static Mailbox mailbox(Fields fields) {
    String typed = fields.text("email", 1, MAX_TYPED);
    fields.end();
    return Mailbox.typed(typed)
        .orElseThrow(() -> Failure.invalid("/email", "email", "This must be an e-mail address."));
  }

  private Letter letter(Mailbox mailbox, Request request) {
    return Letter.unfranked(
        Keys.resend(mailbox),
        Letter.Kind.RESEND,
        new Letter.Addressee.Reader(mailbox),
        Optional.of(Token.random(random)),
        request.received().plus(Signups.VALID));
  }

  private static Answer answer() {
    return Answer.json(
        202,
        Json.of(
            "message",
            "If this address waits to be confirmed, a mail with a new link is on its way."));
  }
}
