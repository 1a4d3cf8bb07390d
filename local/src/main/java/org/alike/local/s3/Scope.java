package org.alike.local.s3;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a signature is for: a key id, a day, a region and a service (AWS Signature Version 4). Pure.
 */
record Scope(String keyId, String date, String region, String service) {
  static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String END = "aws4_request";

  /** Reads {@code AKID/20261123/eu-central-1/s3/aws4_request}. */
  static Scope of(String credential) throws S3Problem {
    String[] parts = credential.split("/", -1);
    if (parts.length != 5 || !parts[4].equals(END) || !parts[3].equals("s3")) {
      throw S3Problem.of(
          400, "AuthorizationQueryParametersError", "The credential is not one for S3.");
    }
    return new Scope(parts[0], parts[1], parts[2], parts[3]);
  }

  String text() {
    return date + "/" + region + "/" + service + "/" + END;
  }

  byte[] signingKey(String secret) {
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : new String[] {date, region, service, END}) {
      key = hmac(key, part);
    }
    return key;
  }

  static String sign(byte[] signingKey, String text) {
    return HexFormat.of().formatHex(hmac(signingKey, text));
  }

  /** Takes the same time wherever the two differ. */
  static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest("SHA-256").digest(bytes));
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
