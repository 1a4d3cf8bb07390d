package org.alike.local.s3;

import org.jspecify.annotations.Nullable;

/**
 * What somebody signs with.
 *
 * @param keyId says who it is
 * @param secret what the signature is made with
 * @param token must come with each request, when there is one
 */
public record Credentials(String keyId, String secret, @Nullable String token) {}
