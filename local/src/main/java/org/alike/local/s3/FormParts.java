package org.alike.local.s3;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a browser's upload form: the fields up to {@code file}, and then the file as a stream. As
 * with S3, what comes behind the file counts for nothing. Not thread-safe.
 */
final class FormParts {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
  private static final int MOST_FIELDS_BYTES = 20_000;

  private final InputStream in;
  private final byte[] delimiter;
  private final Map<String, String> fields = new TreeMap<>();
  private String fileName = "";

  private FormParts(InputStream in, String boundary) {
    this.in = new BufferedInputStream(in, 64 * 1024);
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8);
  }

  static FormParts of(InputStream in, String contentType) throws S3Problem {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!contentType.startsWith("multipart/form-data") || !boundary.find()) {
      throw S3Problem.of(
          412,
          "PreconditionFailed",
          "Bucket POST must be of the enclosure-type multipart/form-data");
    }
    String quoted = boundary.group(1);
    return new FormParts(in, quoted == null ? boundary.group(2) : quoted);
  }

  /** Names in lower case, as S3 compares them. */
  Map<String, String> fields() {
    return fields;
  }

  String fileName() {
    return fileName;
  }

  /** Reads the fields; returns the content of the file behind them. */
  InputStream file() throws IOException, S3Problem {
    // The first delimiter has no line break before it.
    byte[] first = in.readNBytes(delimiter.length - 2);
    if (!new String(delimiter, StandardCharsets.UTF_8)
        .endsWith("\r\n" + new String(first, StandardCharsets.UTF_8))) {
      throw malformed();
    }
    int read = 0;
    while (true) {
      Part content = new Part();
      Map<String, String> head = head();
      String name = head.getOrDefault("name", "").toLowerCase(Locale.ROOT);
      if (name.equals("file")) {
        fileName = head.getOrDefault("filename", "");
        return content;
      }
      byte[] value = content.readNBytes(MOST_FIELDS_BYTES + 1 - read);
      read += value.length;
      if (read > MOST_FIELDS_BYTES) {
        throw S3Problem.of(
            400, "MaxPostPreDataLengthExceeded", "The fields before the file are too large.");
      }
      fields.put(name, new String(value, StandardCharsets.UTF_8));
    }
  }

  private Map<String, String> head() throws IOException, S3Problem {
    if (!line().isEmpty()) {
      throw S3Problem.of(400, "InvalidArgument", "POST requires exactly one file upload.");
    }
    Map<String, String> head = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
        put(head, "name", NAME.matcher(line));
        put(head, "filename", FILE_NAME.matcher(line));
      }
    }
    return head;
  }

  private static void put(Map<String, String> head, String name, Matcher matcher) {
    if (matcher.find()) {
      head.put(name, matcher.group(1));
    }
  }

  private String line() throws IOException, S3Problem {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 || line.size() > 8_000) {
        throw malformed();
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  private static S3Problem malformed() {
    return S3Problem.of(
        400,
        "MalformedPOSTRequest",
        "The body of the POST is not well-formed multipart/form-data.");
  }

  /** The content of a part: everything up to the next delimiter. */
  private final class Part extends InputStream {
    private boolean ended;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = 0;
      while (count < length && !ended) {
        int c = in.read();
        if (c < 0) {
          throw new EOFException("The form ended within a part");
        }
        if (c == '\r' && isDelimiter()) {
          ended = true;
        } else {
          into[from + count++] = (byte) c;
        }
      }
      return count == 0 && length > 0 ? -1 : count;
    }

    /** Looks whether the rest of the delimiter follows; goes past it only then. */
    private boolean isDelimiter() throws IOException {
      in.mark(delimiter.length);
      for (int i = 1; i < delimiter.length; i++) {
        if (in.read() != (delimiter[i] & 0xFF)) {
          in.reset();
          return false;
        }
      }
      return true;
    }
  }
}
