package org.alike.forms;

import java.util.ArrayList;
import java.util.List;
import org.alike.mail.Mail;

/** Keeps the mails it was given; can be told how to answer. Thread-safe. */
final class RecordingMail implements Mail {
  private final List<Message> sent = new ArrayList<>();
  private Delivery answer = Delivery.ACCEPTED;

  /** From now on answers this. */
  synchronized void answering(Delivery other) {
    answer = other;
  }

  synchronized List<Message> sent() {
    return List.copyOf(sent);
  }

  @Override
  public synchronized Delivery send(Message message) {
    if (answer == Delivery.ACCEPTED) {
      sent.add(message);
    }
    return answer;
  }
}
