package org.alike.content;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alike.kernel.Answer;
import org.alike.kernel.Digest;
import org.alike.kernel.Preferences;
import org.alike.kernel.Request;

/**
 * An answer that clients may keep: sent only to who doesn't have it already (RFC 9110, section
 * 13.1.2), compressed for who takes that. The compressed form is another representation and has a
 * tag of its own (section 8.8.3). Immutable.
 *
 * @param type its content type
 * @param headers more headers, names in lower case
 */
record Conditional(String type, Map<String, String> headers) {
  private static final Pattern TAG =
      Pattern.compile("(?:W/)?(\"[\\x21\\x23-\\x7E\\x80-\\uFFFF]*\")");
  private static final int TAG_LENGTH = 22;
  private static final String VARY = "vary";

  /** An answer of this type, to be kept briefly. */
  static Conditional of(String type) {
    return new Conditional(
        type, Map.of("cache-control", Conditions.BRIEFLY, VARY, "accept-encoding"));
  }

  /** This answer of text, with a tag made of it. */
  static Answer of(Request request, Answer answer) {
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    String type = String.valueOf(headers.remove("content-type"));
    headers.put(VARY, "accept-encoding");
    return new Conditional(type, headers).answer(request, answer.body());
  }

  /** The same with one more header. */
  Conditional with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Conditional(type, more);
  }

  /** The same that is another for who sends these headers otherwise. */
  Conditional varyingBy(String names) {
    return with(VARY, names + ", " + headers.get(VARY));
  }

  /** A strong tag, without its quotes, of all that an answer depends on. */
  static String tag(String... parts) {
    return Digest.of(parts).substring(0, TAG_LENGTH);
  }

  /** The answer with this text. */
  Answer answer(Request request, String text) {
    return answer(request, tag(text), () -> text);
  }

  /** The answer that has this tag; its text is made only for who needs it. */
  Answer answer(Request request, String tag, Supplier<String> text) {
    boolean packed = Preferences.of(request.header("accept-encoding")).takes("gzip");
    String quoted = '"' + tag + (packed ? ".gz" : "") + '"';
    Answer answer = matches(request, quoted) ? Answer.notModified() : full(packed, text.get());
    for (Map.Entry<String, String> header : headers.entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer.with("etag", quoted);
  }

  private Answer full(boolean packed, String text) {
    return packed
        ? Answer.bytes(type, Packed.pack(text)).with("content-encoding", "gzip")
        : Answer.text(type, text);
  }

  /** The weak comparison: a weak tag of the same opaque value will do. */
  private static boolean matches(Request request, String tag) {
    String sent = request.header("if-none-match").orElse("").strip();
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
