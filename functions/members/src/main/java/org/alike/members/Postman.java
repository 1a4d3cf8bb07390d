package org.alike.members;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.alike.mail.Mail;
import org.alike.store.Change;

/**
 * Sends the letters of the outbox: those the table's stream tells of at once, those left behind by
 * a fault when swept. A letter goes out at least once, and but for a crash at the worst moment
 * exactly once. Thread-safe.
 */
final class Postman {
  private final Outbox outbox;
  private final Franking franking;
  private final Mail mail;
  private final LetterTexts texts;
  private final Clock clock;

  Postman(Outbox outbox, Franking franking, Mail mail, LetterTexts texts, Clock clock) {
    this.outbox = outbox;
    this.franking = franking;
    this.mail = mail;
    this.texts = texts;
    this.clock = clock;
  }

  /** Sends what was just put into the outbox; stops where the mail service can't just now. */
  int deliver(List<Change> changes) {
    for (int i = 0; i < changes.size(); i++) {
      Optional<Letter> letter = changes.get(i).after().flatMap(StoredLetter::letter);
      if (letter.isPresent() && !dealtWith(letter.get())) {
        return i;
      }
    }
    return changes.size();
  }

  /** Sends what was left behind; tells how many it tried. */
  int sweep() {
    List<Letter> waiting = outbox.waiting(clock.instant());
    for (int i = 0; i < waiting.size(); i++) {
      if (!dealtWith(waiting.get(i))) {
        return i;
      }
    }
    return waiting.size();
  }

  /** False when the mail service can't just now, for this letter as for any other. */
  private boolean dealtWith(Letter letter) {
    return !outbox.take(letter, clock.instant()) || sent(letter);
  }

  /**
   * A letter that there is no need for, or no mail left for, goes as if it were sent. One that is
   * refused stays, is tried again with each sweep, and ends with its link.
   */
  private boolean sent(Letter letter) {
    Optional<Franking.Franked> franked = franking.frank(letter);
    Mail.Delivery delivery =
        franked.map(texts::message).map(mail::send).orElse(Mail.Delivery.ACCEPTED);
    if (delivery == Mail.Delivery.ACCEPTED) {
      outbox.remove(letter);
    } else if (delivery == Mail.Delivery.LATER) {
      outbox.putBack(letter);
    }
    return delivery != Mail.Delivery.LATER;
  }
}
