package org.alike.local.s3;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a body in {@code aws-chunked} coding, as the SDKs send it: chunks that are signed one after
 * the other, and behind them trailing headers such as a checksum. Not thread-safe.
 */
final class ChunkedBody {
  private static final int LARGEST = 16 * 1024 * 1024;
  private static final int LONGEST_LINE = 1_000;
  private static final String SIGNATURE = "chunk-signature=";
  private static final String TRAILER_SIGNATURE = "x-amz-trailer-signature";

  private final InputStream in;
  private final Signed signed;
  private final Map<String, String> trailers = new TreeMap<>();
  private String previous;

  ChunkedBody(InputStream in, Signed signed) {
    this.in = in;
    this.signed = signed;
    this.previous = signed.signature();
  }

  /** The next chunk's content; empty at the end. */
  byte[] next() throws IOException, S3Problem {
    String head = line();
    int end = head.indexOf(';');
    int size = size(end < 0 ? head : head.substring(0, end));
    byte[] content = in.readNBytes(size);
    if (content.length < size) {
      throw incomplete();
    }
    if (signed.signsChunks()) {
      checkChunk(head, content);
    }
    if (size > 0) {
      requireEmptyLine();
    } else {
      readTrailers();
    }
    return content;
  }

  /** Names in lower case; complete only after the last chunk. */
  Map<String, String> trailers() {
    return trailers;
  }

  private void checkChunk(String head, byte[] content) throws S3Problem {
    int at = head.indexOf(SIGNATURE);
    String given = at < 0 ? "" : head.substring(at + SIGNATURE.length()).strip();
    check("PAYLOAD", Scope.sha256("") + "\n" + Scope.sha256(content), given);
  }

  private void check(String what, String digest, String given) throws S3Problem {
    String text =
        String.join(
            "\n",
            Scope.ALGORITHM + "-" + what,
            signed.date(),
            signed.scope().text(),
            previous,
            digest);
    previous = Scope.sign(signed.signingKey(), text);
    if (!Scope.same(previous, given)) {
      throw S3Problem.wrongSignature();
    }
  }

  private void readTrailers() throws IOException, S3Problem {
    StringBuilder canonical = new StringBuilder();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw incomplete();
      }
      String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      trailers.put(name, value);
      if (!name.equals(TRAILER_SIGNATURE)) {
        canonical.append(name).append(':').append(value).append('\n');
      }
    }
    if (signed.hasTrailer() && signed.signsChunks()) {
      check(
          "TRAILER",
          Scope.sha256(canonical.toString()),
          trailers.getOrDefault(TRAILER_SIGNATURE, ""));
    }
  }

  private void requireEmptyLine() throws IOException, S3Problem {
    if (!line().isEmpty()) {
      throw incomplete();
    }
  }

  private String line() throws IOException, S3Problem {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The body ended within a line");
      }
      if (line.size() > LONGEST_LINE) {
        throw incomplete();
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  private static int size(String hex) throws S3Problem {
    try {
      int size = Integer.parseInt(hex.strip(), 16);
      if (size >= 0 && size <= LARGEST) {
        return size;
      }
    } catch (NumberFormatException noSize) {
      throw incomplete();
    }
    throw incomplete();
  }

  private static S3Problem incomplete() {
    return S3Problem.of(400, "IncompleteBody", "The request body is not what it says it is.");
  }
}
