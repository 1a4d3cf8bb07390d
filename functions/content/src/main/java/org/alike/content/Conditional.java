package org.alike.content;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alike.kernel.Answer;
import org.alike.kernel.Digest;
import org.alike.kernel.Request;

/**
 * Answers only what the client doesn't have already (RFC 9110, section 13.1.2). Pure; thread-safe.
 */
final class Conditional {
  private static final Pattern TAG =
      Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7E\\x80-\\uFFFF]*\")");
  private static final int TAG_LENGTH = 22;

  private Conditional() {}

  /** The answer with a tag made of its body; 304 when the client has it. */
  static Answer of(Request request, Answer answer) {
    String tag = '"' + Digest.of(answer.body()).substring(0, TAG_LENGTH) + '"';
    return of(request, answer, tag);
  }

  /** The answer with this strong tag; 304, with the same headers, when the client has it. */
  static Answer of(Request request, Answer answer, String tag) {
    boolean known =
        request.header("if-none-match").map(sent -> matches(sent.strip(), tag)).orElse(false);
    if (!known) {
      return answer.with("etag", tag);
    }
    Answer unchanged = Answer.notModified().with("etag", tag);
    for (String header : new String[] {"cache-control", "vary"}) {
      String value = answer.headers().get(header);
      unchanged = value == null ? unchanged : unchanged.with(header, value);
    }
    return unchanged;
  }

  /** The weak comparison: a weak tag of the same opaque value will do. */
  private static boolean matches(String sent, String tag) {
    if (sent.equals("*")) {
      return true;
    }
    Matcher tags = TAG.matcher(sent);
    while (tags.find()) {
      if (tag.equals(tags.group(1))) {
        return true;
      }
    }
    return false;
  }
}
