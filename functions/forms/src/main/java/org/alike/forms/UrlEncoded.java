package org.alike.forms;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code application/x-www-form-urlencoded} as browsers define it (WHATWG URL, section 5.1),
 * except that bytes which are not UTF-8 are refused instead of replaced. Pure.
 */
final class UrlEncoded {
  private UrlEncoded() {}

  static List<Entry> read(byte[] body) {
    List<Entry> entries = new ArrayList<>();
    int from = 0;
    while (from < body.length) {
      int to = indexOf(body, '&', from, body.length);
      if (to > from) {
        FormBody.add(entries, entry(body, from, to));
      }
      from = to + 1;
    }
    return entries;
  }

  private static Entry entry(byte[] body, int from, int to) {
    int equals = indexOf(body, '=', from, to);
    String value = equals == to ? "" : decode(body, equals + 1, to);
    return Entry.text(decode(body, from, equals), value);
  }

  private static int indexOf(byte[] body, char wanted, int from, int to) {
    int at = from;
    while (at < to && body[at] != wanted) {
      at++;
    }
    return at;
  }

  static String decode(byte[] body, int from, int to) {
    byte[] decoded = new byte[to - from];
    int length = 0;
    for (int i = from; i < to; i++) {
      byte b = body[i];
      int escaped = b == '%' && i + 2 < to ? hex(body[i + 1]) * 16 + hex(body[i + 2]) : -1;
      if (escaped >= 0) {
        i += 2;
        b = (byte) escaped;
      } else if (b == '+') {
        b = ' ';
      }
      decoded[length++] = b;
    }
    return Utf8.decode(decoded, 0, length);
  }

  /** The digit's value, or so little that the sum with any other digit stays below zero. */
  private static int hex(byte digit) {
    int value = Character.digit(digit, 16);
    return value < 0 ? -1_000 : value;
  }
}
