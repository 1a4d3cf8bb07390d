package org.alike.local.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way into a file, with its digests. Nothing of it is an object before all of them
 * are right. Not thread-safe.
 */
final class Received {
  private static final String CHECKSUM = "x-amz-checksum-";
  private final Path file;
  private final MessageDigest md5 = Scope.digest("MD5");
  private final MessageDigest sha1 = Scope.digest("SHA-1");
  private final MessageDigest sha256 = Scope.digest("SHA-256");
  private final Checksum crc32 = new CRC32();
  private final Checksum crc32c = new CRC32C();
  private long size;

  private Received(Path file) {
    this.file = file;
  }

  /** Reads the body of a request and compares it with all that the request says of it. */
  static Received body(InputStream in, S3Request request, Signed signed, Path file)
      throws IOException, S3Problem {
    Received received = new Received(file);
    if (signed.isChunked()) {
      ChunkedBody chunks = new ChunkedBody(in, signed);
      try (OutputStream out = Files.newOutputStream(file)) {
        for (byte[] chunk = chunks.next(); chunk.length > 0; chunk = chunks.next()) {
          received.add(out, chunk, chunk.length);
        }
      }
      received.check(chunks.trailers());
      received.requireLength(request.header("x-amz-decoded-content-length"));
    } else {
      received.copy(in);
      received.requireLength(request.header("content-length"));
    }
    if (signed.signsPayload() && !received.digestHex().equals(signed.payload())) {
      throw S3Problem.of(
          400, "XAmzContentSHA256Mismatch", "The content is not what x-amz-content-sha256 says.");
    }
    received.check(request.headers());
    return received;
  }

  /** Reads content to its end. */
  static Received all(InputStream in, Path file) throws IOException {
    Received received = new Received(file);
    received.copy(in);
    return received;
  }

  Path file() {
    return file;
  }

  long size() {
    return size;
  }

  /** As S3 computes it for objects that are sent in one piece. */
  String etag() {
    return '"' + HexFormat.of().formatHex(digest(md5)) + '"';
  }

  private void copy(InputStream in) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        add(out, buffer, read);
      }
    }
  }

  private void add(OutputStream out, byte[] bytes, int length) throws IOException {
    out.write(bytes, 0, length);
    md5.update(bytes, 0, length);
    sha1.update(bytes, 0, length);
    sha256.update(bytes, 0, length);
    crc32.update(bytes, 0, length);
    crc32c.update(bytes, 0, length);
    size += length;
  }

  private void requireLength(@Nullable String told) throws S3Problem {
    if (told != null && !told.equals(Long.toString(size))) {
      throw S3Problem.of(400, "IncompleteBody", "The body is not as long as its headers say.");
    }
  }

  private void check(Map<String, String> told) throws S3Problem {
    boolean right =
        matches(told, "content-md5", digest(md5))
            && matches(told, CHECKSUM + "sha1", digest(sha1))
            && matches(told, CHECKSUM + "sha256", digest(sha256))
            && matches(told, CHECKSUM + "crc32", bytes(crc32))
            && matches(told, CHECKSUM + "crc32c", bytes(crc32c));
    if (!right) {
      throw S3Problem.badDigest();
    }
  }

  private static boolean matches(Map<String, String> told, String name, byte[] digest) {
    String value = told.get(name);
    return value == null || value.equals(Base64.getEncoder().encodeToString(digest));
  }

  private String digestHex() {
    return HexFormat.of().formatHex(digest(sha256));
  }

  private static byte[] bytes(Checksum checksum) {
    int value = (int) checksum.getValue();
    return new byte[] {
      (byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value
    };
  }

  /** The digest so far; the digest itself may go on. */
  private static byte[] digest(MessageDigest digest) {
    try {
      return ((MessageDigest) digest.clone()).digest();
    } catch (CloneNotSupportedException everyJavaCan) {
      throw new IllegalStateException(everyJavaCan);
    }
  }
}
