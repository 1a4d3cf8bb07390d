package org.alike.forms;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.alike.kernel.Failure;

/**
 * Reads the parameters of a header: {@code form-data; name="a;b"; filename=c}. A quoted text ends
 * at the next quote, as browsers write it. Pure.
 */
final class HeaderParameters {
  private HeaderParameters() {}

  /** Names in lower case; a repeated one is refused. */
  static Map<String, String> of(String header) {
    Map<String, String> parameters = new LinkedHashMap<>();
    int at = end(header, ';', 0);
    while (at < header.length()) {
      int equals = end(header, '=', at + 1);
      String name = header.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
      int from = Math.min(equals + 1, header.length());
      boolean quoted = from < header.length() && header.charAt(from) == '"';
      int close = quoted ? header.indexOf('"', from + 1) : from;
      if (close < 0) {
        throw refused();
      }
      int next = end(header, ';', close);
      String value =
          quoted ? header.substring(from + 1, close) : header.substring(from, next).strip();
      boolean rest = quoted && !header.substring(close + 1, next).isBlank();
      if (rest || (!name.isEmpty() && parameters.put(name, value) != null)) {
        throw refused();
      }
      at = next;
    }
    return parameters;
  }

  private static int end(String header, char wanted, int from) {
    int at = header.indexOf(wanted, Math.min(from, header.length()));
    return at < 0 ? header.length() : at;
  }

  private static Failure refused() {
    return Failure.malformed("A header of the form can't be read.");
  }
}
