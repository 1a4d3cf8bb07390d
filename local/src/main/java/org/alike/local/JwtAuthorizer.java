package org.alike.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's JWT authorizer: an RS256 signature by a key of the issuer, the issuer, the audience
 * and the times. It allows no clock skew, as API Gateway's documents promise none.
 */
final class JwtAuthorizer {
  private final Template.Authorizer rules;
  private final Keys keys;
  private final Clock clock;

  /** The issuer's public keys. */
  @FunctionalInterface
  interface Keys {
    @Nullable JWK find(String id);
  }

  /** The claims of a valid token, all of them texts, as a function sees them. */
  record Claims(Map<String, String> texts) {}

  /** Why a token is not accepted; the words go into {@code www-authenticate}. */
  static final class Refused extends Exception {
    Refused(String why) {
      super(why);
    }

    Refused(String why, Throwable cause) {
      super(why, cause);
    }

    String why() {
      return String.valueOf(getMessage());
    }
  }

  JwtAuthorizer(Template.Authorizer rules, Keys keys, Clock clock) {
    this.rules = rules;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * @param authorization the header's value, with or without {@code Bearer}
   */
  Claims check(@Nullable String authorization) throws Refused {
    if (authorization == null || authorization.isBlank()) {
      throw new Refused("no token");
    }
    String token = authorization.strip();
    if (token.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
      token = token.substring(7).strip();
    }
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      checkSignature(jwt);
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      checkClaims(claims);
      return new Claims(texts(claims));
    } catch (ParseException | JOSEException e) {
      throw new Refused("the token is not a signed JWT", e);
    }
  }

  private void checkSignature(SignedJWT jwt) throws Refused, JOSEException {
    if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())) {
      throw new Refused("the token's algorithm is not supported");
    }
    String id = jwt.getHeader().getKeyID();
    JWK key = id == null ? null : keys.find(id);
    if (!(key instanceof RSAKey rsa)) {
      throw new Refused("the token's key is not known");
    }
    if (!jwt.verify(new RSASSAVerifier(rsa))) {
      throw new Refused("the token's signature is not valid");
    }
  }

  private void checkClaims(JWTClaimsSet claims) throws Refused, ParseException {
    if (!rules.issuer().equals(claims.getIssuer())) {
      throw new Refused("the token has an invalid issuer");
    }
    Object client = claims.getClaim("client_id");
    List<String> audience =
        claims.getAudience().isEmpty() && client instanceof String id
            ? List.of(id)
            : claims.getAudience();
    if (audience.stream().noneMatch(rules.audience()::contains)) {
      throw new Refused("the token has an invalid audience");
    }
    Instant now = clock.instant();
    if (claims.getExpirationTime() == null
        || !now.isBefore(claims.getExpirationTime().toInstant())) {
      throw new Refused("the token has expired");
    }
    if (claims.getNotBeforeTime() != null && now.isBefore(claims.getNotBeforeTime().toInstant())) {
      throw new Refused("the token is not valid yet");
    }
    if (claims.getIssueTime() != null && now.isBefore(claims.getIssueTime().toInstant())) {
      throw new Refused("the token was issued in the future");
    }
  }

  private static Map<String, String> texts(JWTClaimsSet claims) {
    Map<String, String> texts = new TreeMap<>();
    claims.toJSONObject().forEach((name, value) -> texts.put(name, text(value)));
    return texts;
  }

  /** API Gateway writes a list as its values between brackets. */
  private static String text(@Nullable Object value) {
    if (value instanceof Collection<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"));
    }
    return String.valueOf(value);
  }
}
