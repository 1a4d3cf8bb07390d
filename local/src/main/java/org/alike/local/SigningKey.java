package org.alike.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/** The local issuer's RSA key, kept beside the data so that a session survives a restart. */
final class SigningKey implements JwtAuthorizer.Keys {
  private final RSAKey key;

  private SigningKey(RSAKey key) {
    this.key = key;
  }

  static SigningKey in(@Nullable Path file) {
    try {
      if (file != null && Files.exists(file)) {
        return new SigningKey(RSAKey.parse(Files.readString(file)));
      }
      RSAKey key =
          new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint(true).generate();
      if (file != null) {
        Files.writeString(file, key.toJSONString());
      }
      return new SigningKey(key);
    } catch (IOException | ParseException | JOSEException e) {
      throw new StartProblem("The sign-in key in " + file + " cannot be read; delete it", e);
    }
  }

  String sign(JWTClaimsSet claims) {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
    SignedJWT jwt = new SignedJWT(header, claims);
    try {
      jwt.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("The key does not sign", e);
    }
    return jwt.serialize();
  }

  /** The public half, as the issuer publishes it. */
  String published() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  @Override
  public @Nullable JWK find(String id) {
    return id.equals(key.getKeyID()) ? key : null;
  }
}
