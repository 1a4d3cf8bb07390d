package org.alike.members;

import java.util.ArrayList;
import java.util.List;
import org.alike.mail.Mail;

/** Keeps the mails it was given; can be told how to answer. */
final class RecordingMail implements Mail {
  private final List<Message> sent = new ArrayList<>();
  private Delivery answer = Delivery.ACCEPTED;

  /** From now on answers this. */
  void answering(Delivery delivery) {
    answer = delivery;
  }

  List<Message> sent() {
    return List.copyOf(sent);
  }

  /** The token of the last confirmation link. */
  String lastToken() {
    return token(
        sent.stream()
            .filter(mail -> mail.text().contains("/confirmations/"))
            .reduce((first, second) -> second)
            .orElseThrow());
  }

  /** The token of a mail's confirmation link. */
  static String token(Message message) {
    String text = message.text();
    int at = text.indexOf("/confirmations/") + "/confirmations/".length();
    return text.substring(at, text.indexOf('\n', at));
  }

  @Override
  public synchronized Delivery send(Message message) {
    if (answer == Delivery.ACCEPTED) {
      sent.add(message);
    }
    return answer;
  }
}
