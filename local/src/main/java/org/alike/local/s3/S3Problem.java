package org.alike.local.s3;

import java.util.Map;

/** A request that S3 refuses, with S3's own code for why. */
final class S3Problem extends Exception {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String code;
  private final transient Map<String, String> headers;

  private S3Problem(int status, String code, String message, Map<String, String> headers) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  static S3Problem of(int status, String code, String message) {
    return new S3Problem(status, code, message, Map.of());
  }

  static S3Problem denied(String message) {
    return of(403, "AccessDenied", message);
  }

  static S3Problem malformed(String message) {
    return of(400, "InvalidArgument", message);
  }

  static S3Problem noSuchKey() {
    return of(404, "NoSuchKey", "The specified key does not exist.");
  }

  static S3Problem badDigest() {
    return of(400, "BadDigest", "The content is not what its checksum says.");
  }

  static S3Problem wrongSignature() {
    return of(
        403,
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided.");
  }

  static S3Problem invalidRange(long size) {
    return new S3Problem(
        416,
        "InvalidRange",
        "The requested range is not satisfiable",
        Map.of("content-range", "bytes */" + size));
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  Map<String, String> headers() {
    return headers;
  }
}
