package org.alike.forms;

import java.util.ArrayList;
import java.util.List;

/** Keeps the mails it was given; can be told how to answer. Thread-safe. */
final class RecordingMail implements Mail {
  private final List<Message> sent = new ArrayList<>();
  private Sent answer = Sent.ACCEPTED;

  /** From now on answers this. */
  synchronized void answering(Sent other) {
    answer = other;
  }

  synchronized List<Message> sent() {
    return List.copyOf(sent);
  }

  @Override
  public synchronized Sent send(Message message) {
    if (answer == Sent.ACCEPTED) {
      sent.add(message);
    }
    return answer;
  }
}
