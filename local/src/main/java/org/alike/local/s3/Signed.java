package org.alike.local.s3;

/**
 * A request whose signature was right.
 *
 * @param keyId who signed it
 * @param payload what the signature says of the body: its SHA-256 in hex, {@code UNSIGNED-PAYLOAD},
 *     or that it comes in chunks ({@code STREAMING-...})
 * @param signature the signature, which the first chunk's builds on
 * @param date the request's time, as it was signed
 * @param scope what the signature is for
 * @param signingKey what chunks are signed with
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Signed(
    String keyId, String payload, String signature, String date, Scope scope, byte[] signingKey) {
  static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  boolean isChunked() {
    return payload.startsWith("STREAMING-");
  }

  boolean signsChunks() {
    return payload.startsWith("STREAMING-" + Scope.ALGORITHM);
  }

  boolean hasTrailer() {
    return payload.endsWith("-TRAILER");
  }

  /** Whether the body's digest is part of what was signed. */
  boolean signsPayload() {
    return !isChunked() && !payload.equals(UNSIGNED);
  }
}
