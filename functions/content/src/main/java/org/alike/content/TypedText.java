package org.alike.content;

import org.alike.kernel.Failure;
import org.alike.kernel.Request;
import org.alike.kernel.Texts;

/** What a person types into a field that looks things up. It is never told back or logged. */
final class TypedText {
  /** Nothing has a longer name, and no question to a search is longer. */
  private static final int LONGEST = 200;

  private TypedText() {}

  /**
   * The text of a query parameter; empty when there is none.
   *
   * @throws Failure INVALID when it is too long or no text
   */
  static String of(Request request, String name) {
    String text = request.query(name).orElse("");
    if (Texts.length(text) > LONGEST) {
      throw Failure.invalid(name, "too-long", "At most " + LONGEST + " characters, please.");
    }
    if (!Texts.storable(text)) {
      throw Failure.invalid(name, "characters", "This has characters that are no text.");
    }
    return text;
  }
}
