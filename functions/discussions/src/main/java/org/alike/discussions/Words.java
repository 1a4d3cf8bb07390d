package org.alike.discussions;

import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.kernel.Fields;
import org.alike.kernel.Ids;
import org.alike.kernel.Texts;

/**
 * What members send. Texts are plain: markup in them is stored and shown as the characters it is.
 */
final class Words {
  private static final int SHORTEST_TITLE = 6;
  private static final int LONGEST_TITLE = 150;
  private static final int LONGEST_TEXT = 10_000;

  private Words() {}

  /** A thread to start. */
  record OfThread(String title, String text, Visibility visibility) {
    /**
     * Reads {@code title}, {@code text} and {@code visibility}, which is members unless said.
     *
     * @throws Failure INVALID naming every broken rule
     */
    static OfThread from(Fields fields) {
      String title = fields.text("title", SHORTEST_TITLE, LONGEST_TITLE);
      String text = fields.text("text", 1, LONGEST_TEXT);
      Visibility visibility = fields.oneOf("visibility", Visibility.MEMBERS);
      fields.end();
      if (!Texts.storableLine(title)) {
        throw Failure.invalid("/title", "characters", "This must be on one line.");
      }
      return new OfThread(title, withPlainLineBreaks(text), visibility);
    }
  }

  /** A reply to post. */
  record OfReply(String text, Optional<String> replyTo) {
    /**
     * Reads {@code text} and {@code replyTo}.
     *
     * @throws Failure INVALID naming every broken rule
     */
    static OfReply from(Fields fields) {
      String text = fields.text("text", 1, LONGEST_TEXT);
      Optional<String> replyTo = fields.optionalText("replyTo", 36);
      fields.end();
      if (!replyTo.map(Ids::isId).orElse(true)) {
        throw noSuchReply();
      }
      return new OfReply(withPlainLineBreaks(text), replyTo);
    }
  }

  /** The failure of a {@code replyTo} that names no reply of the thread. */
  static Failure noSuchReply() {
    return Failure.invalid("/replyTo", "unknown", "This must be a reply of the same thread.");
  }

  private static String withPlainLineBreaks(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
