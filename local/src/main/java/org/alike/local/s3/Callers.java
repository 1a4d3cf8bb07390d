package org.alike.local.s3;

import org.jspecify.annotations.Nullable;

/** Who may call, and what for. Must be safe for several threads. */
public interface Callers {
  /** The credentials with this key id, or null when there are none. */
  @Nullable Credentials find(String keyId);

  /**
   * Whether its policy lets this caller do something.
   *
   * @param action e.g. {@code s3:GetObject}
   * @param bucket the bucket
   * @param key the object's key; empty for the bucket itself
   */
  boolean allows(String keyId, String action, String bucket, String key);
}
