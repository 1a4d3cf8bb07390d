package org.alike.forms;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;

/**
 * Reads what a form sent, in any of the three media types that forms and their scripts use. Names,
 * values, order, repetitions and empty values are kept as they were sent. Pure.
 */
final class FormBody {
  private static final int MAX_BYTES = 256 * 1024;
  private static final int MAX_ENTRIES = 200;

  /** With files in it: what a function can be handed is 6 MB, and base64 takes a third more. */
  private static final int MAX_BYTES_WITH_FILES = 4_400_000;

  private FormBody() {}

  /**
   * The entries of the request's body.
   *
   * @throws Failure TOO_LARGE, UNSUPPORTED_TYPE, MALFORMED, or INVALID for too many entries
   */
  static List<Entry> read(Request request) {
    byte[] bytes = bytes(request);
    requirePlain(request);
    return switch (request.mediaType()) {
      case "application/x-www-form-urlencoded" -> UrlEncoded.read(bytes);
      case "multipart/form-data" ->
          limited(Multipart.read(bytes, request.header("content-type").orElse("")), bytes);
      case "application/json" -> json(Json.object(request.body().text()));
      default ->
          throw unsupported("Please send a form (urlencoded or multipart) or a JSON object.");
    };
  }

  /** Adds to the entries of a body that is being read, which ends when there are too many. */
  static void add(List<Entry> entries, Entry entry) {
    if (entries.size() == MAX_ENTRIES) {
      throw Failure.invalid("", "TOO_MANY_FIELDS", "A form may have at most 200 fields.");
    }
    entries.add(entry);
  }

  /** A few bytes can be a bomb when they are unpacked, and no browser packs a form. */
  private static void requirePlain(Request request) {
    if (request
        .header("content-encoding")
        .filter(coding -> !coding.equals("identity"))
        .isPresent()) {
      throw unsupported("Please send the form without compressing it.");
    }
    String charset =
        HeaderParameters.of(request.header("content-type").orElse(""))
            .getOrDefault("charset", "utf-8");
    if (!Utf8.isItself(charset)) {
      throw unsupported("Please send the form in UTF-8.");
    }
  }

  private static Failure unsupported(String detail) {
    return Failure.of(Failure.Kind.UNSUPPORTED_TYPE, detail);
  }

  /** Looks at the length before decoding: six bits of each character of base64 are content. */
  private static byte[] bytes(Request request) {
    boolean files = request.mediaType().equals("multipart/form-data");
    int most = files ? MAX_BYTES_WITH_FILES : MAX_BYTES;
    boolean hopeless = request.body().sent().length() > most / 3 * 4 + 1024;
    byte[] bytes = hopeless ? new byte[0] : request.body().bytes();
    if (hopeless || bytes.length > most) {
      throw files ? tooLargeWithFiles() : tooLarge();
    }
    return bytes;
  }

  /** Texts have the same limit, whether there are files among them or not. */
  private static List<Entry> limited(List<Entry> entries, byte[] bytes) {
    long files =
        entries.stream().flatMap(e -> e.file().stream()).mapToLong(f -> f.content().length).sum();
    if (bytes.length - files > MAX_BYTES) {
      throw tooLarge();
    }
    return entries;
  }

  private static Failure tooLarge() {
    return Failure.of(Failure.Kind.TOO_LARGE, "A form may have at most 256 KB.");
  }

  private static Failure tooLargeWithFiles() {
    return Failure.of(
        Failure.Kind.TOO_LARGE,
        "A form may bring files of at most 4 MB in all. Larger ones can be sent ahead, one by one.");
  }

  /** The entries of a JSON object: a name has a text, a number, a flag, or a list of those. */
  static List<Entry> json(Map<String, Object> object) {
    List<Entry> entries = new ArrayList<>();
    object.forEach(
        (name, value) -> {
          if (value instanceof List<?> values) {
            values.forEach(each -> add(entries, entry(name, each)));
          } else {
            add(entries, entry(name, value));
          }
        });
    return entries;
  }

  private static Entry entry(String name, Object value) {
    if (value instanceof String text) {
      return Entry.text(name, text);
    }
    if (value instanceof Boolean flag) {
      return new Entry(name, flag.toString(), Entry.Kind.FLAG);
    }
    if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
      return new Entry(name, value.toString(), Entry.Kind.NUMBER);
    }
    if (value instanceof Double number && Double.isFinite(number)) {
      return new Entry(name, number.toString(), Entry.Kind.NUMBER);
    }
    return new Entry(name, "", Entry.Kind.OTHER);
  }
}
