package org.alike.wisdom;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Questions that nobody here may answer, and who may. */
enum Boundary {
  MEDICINES(
      "\\b(?:what|which|right|safe|max\\w*|usual|correct) dos(?:e|es|age)\\b|\\bdosage\\b"
          + "|\\bhow (?:much|many)\\b.{0,60}\\b(?:take|mg|tablets?|pills?|units?|drops?|dose)\\b"
          + "|\\b(?:should|can|may|could|must|do) i (?:\\w+ )?(?:stop|start|take|quit|skip|double"
          + "|increase|reduce|lower|raise|mix|combine|come off)\\b"
          + "|\\b(?:stop|quit|skip)(?:ping)? (?:taking|my|the) |\\binteract",
      "Alike gives no advice on doses, on starting or stopping a medicine, or on taking medicines"
          + " together. Please ask the person who prescribes it, or a pharmacist."),
  DIAGNOSIS(
      "\\b(?:do|could|might|may) (?:i|we|he|she|they|my \\w+) have\\b|\\b(?:have i|am i) got\\b"
          + "|\\bdiagnose me\\b|\\bis this (?:a sign of )?(?:als|ms|cancer)\\b",
      "Nobody can tell from here what somebody has. Please show your symptoms to a doctor; our"
          + " pages can help you to prepare your questions.");

  private final Pattern words;
  private final String message;

  Boundary(String words, String message) {
    this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    this.message = message;
  }

  /** What to say instead of an answer. */
  String message() {
    return message;
  }

  static Optional<Boundary> crossedBy(String question) {
    return Arrays.stream(values())
        .filter(boundary -> boundary.words.matcher(question).find())
        .findFirst();
  }
}
