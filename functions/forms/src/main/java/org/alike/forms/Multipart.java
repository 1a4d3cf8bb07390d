package org.alike.forms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Failure;

/**
 * Reads {@code multipart/form-data} (RFC 7578) as browsers write it. The body's size is bounded
 * before it comes here, and nothing in it is read twice. Not thread-safe; one per body.
 */
final class Multipart {
  private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};
  private final byte[] body;
  private final byte[] delimiter;
  private final List<Entry> entries = new ArrayList<>();

  private Multipart(byte[] body, String boundary) {
    this.body = body;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
  }

  static List<Entry> read(byte[] body, String contentType) {
    String boundary = HeaderParameters.of(contentType).getOrDefault("boundary", "");
    boolean plain = boundary.chars().allMatch(c -> c >= ' ' && c <= '~');
    if (boundary.isEmpty() || boundary.length() > 70 || !plain) {
      throw malformed();
    }
    return new Multipart(body, boundary).read();
  }

  private List<Entry> read() {
    int at = afterFirstDelimiter();
    while (!startsWith(at, "--")) {
      while (startsWith(at, " ") || startsWith(at, "\t")) {
        at++;
      }
      if (!startsWith(at, "\r\n")) {
        throw malformed();
      }
      // The line break behind a delimiter may also be the one before a part without headers.
      int headersEnd = indexOf(BLANK_LINE, at);
      int end = indexOf(delimiter, headersEnd + 2);
      add(at + 2, headersEnd, headersEnd + BLANK_LINE.length, end);
      at = end + delimiter.length;
    }
    return entries;
  }

  private int afterFirstDelimiter() {
    byte[] first = Arrays.copyOfRange(delimiter, 2, delimiter.length);
    boolean atOnce = body.length >= first.length && matches(first, 0);
    return atOnce ? first.length : indexOf(delimiter, 0) + delimiter.length;
  }

  private void add(int headersFrom, int headersTo, int from, int to) {
    if (headersTo < headersFrom || to < from) {
      throw malformed();
    }
    Map<String, String> disposition = Map.of();
    String type = "";
    for (String line : Utf8.decode(body, headersFrom, headersTo).split("\r\n", -1)) {
      String header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-disposition:")) {
        disposition = disposition(line);
      } else if (header.startsWith("content-type:")) {
        requireText(header);
        type = line.substring(line.indexOf(':') + 1).strip();
      } else if (header.startsWith("content-transfer-encoding:")) {
        requirePlain(header);
      }
    }
    entry(disposition, type, from, to).ifPresent(entry -> FormBody.add(entries, entry));
  }

  private Optional<Entry> entry(Map<String, String> disposition, String type, int from, int to) {
    String name = disposition.get("name");
    if (name == null) {
      throw malformed();
    }
    // Browsers write a quote in a name so; what they do to line breaks stays, to be refused.
    String decoded = name.replace("%22", "\"");
    String file = disposition.getOrDefault("filename", disposition.get("filename*"));
    if (file == null) {
      return Optional.of(Entry.text(decoded, Utf8.decode(body, from, to)));
    }
    if (file.isEmpty() && from == to) {
      return Optional.empty(); // none was chosen
    }
    byte[] content = Arrays.copyOfRange(body, from, to);
    return Optional.of(Entry.file(decoded, new SentFile(file.replace("%22", "\""), type, content)));
  }

  private static Map<String, String> disposition(String line) {
    String value = line.substring(line.indexOf(':') + 1).strip();
    if (!value.toLowerCase(Locale.ROOT).startsWith("form-data;")) {
      throw malformed();
    }
    return HeaderParameters.of(value);
  }

  /** A part may be of any type but several parts in one, which RFC 7578 did away with. */
  private static void requireText(String header) {
    if (header.substring(header.indexOf(':') + 1).strip().startsWith("multipart/")) {
      throw malformed();
    }
    if (!Utf8.isItself(HeaderParameters.of(header).getOrDefault("charset", "utf-8"))) {
      throw Failure.malformed("The form is not UTF-8.");
    }
  }

  private static void requirePlain(String header) {
    String encoding = header.substring(header.indexOf(':') + 1).strip();
    if (!List.of("7bit", "8bit", "binary").contains(encoding)) {
      throw malformed();
    }
  }

  private boolean startsWith(int at, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    return at + wanted.length <= body.length && matches(wanted, at);
  }

  private int indexOf(byte[] wanted, int from) {
    for (int at = from; at <= body.length - wanted.length; at++) {
      if (matches(wanted, at)) {
        return at;
      }
    }
    throw malformed();
  }

  private boolean matches(byte[] wanted, int at) {
    return Arrays.equals(wanted, 0, wanted.length, body, at, at + wanted.length);
  }

  private static Failure malformed() {
    return Failure.malformed("The form is not well-formed multipart/form-data.");
  }
}
