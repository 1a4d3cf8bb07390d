package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtAuthorizerTest {
  private static final String ISSUER = "https://issuer.example";
  private static RSAKey key;
  private static RSAKey foreign;

  private final JwtAuthorizer authorizer =
      new JwtAuthorizer(
          new Template.Authorizer("A", ISSUER, List.of("site")),
          id -> id.equals(key.getKeyID()) ? key : null,
          Toy.CLOCK);

  @BeforeAll
  static void makeKeys() throws JOSEException {
    key = new RSAKeyGenerator(2048).keyID("k1").generate();
    foreign = new RSAKeyGenerator(2048).keyID("k1").generate();
  }

  @Test
  void token_isAccepted_withOrWithoutBearer() throws Exception {
    String token = token(claims -> claims.claim("groups", List.of("a", "b")).claim("n", 7));

    assertThat(authorizer.check("Bearer " + token).texts())
        .containsEntry("sub", "me")
        .containsEntry("groups", "[a b]")
        .containsEntry("n", "7");
    assertThat(authorizer.check("bearer  " + token).texts()).containsKey("exp");
    assertThat(authorizer.check(token).texts()).containsKey("exp");
  }

  @Test
  void audience_isTheClientId_onlyWithoutAnAudience() throws Exception {
    String cognito = token(claims -> claims.audience((String) null).claim("client_id", "site"));
    String other = token(claims -> claims.audience("other").claim("client_id", "site"));

    assertThat(authorizer.check(cognito).texts()).containsEntry("client_id", "site");
    refused(other);
  }

  @Test
  void token_isRefused_whenAClaimIsWrong() throws Exception {
    refused(token(claims -> claims.issuer("https://issuer.example.evil")));
    refused(token(claims -> claims.audience("other")));
    refused(token(claims -> claims.expirationTime(at(0))));
    refused(token(claims -> claims.expirationTime(at(-60))));
    refused(token(claims -> claims.expirationTime(null)));
    refused(token(claims -> claims.notBeforeTime(at(1))));
    refused(token(claims -> claims.issueTime(at(1))));
  }

  @Test
  void token_isRefused_whenItsSignatureIsNotTheIssuers() throws Exception {
    JWTClaimsSet claims = claims().build();
    byte[] publicKey =
        key.toPublicJWK().toJSONString().getBytes(java.nio.charset.StandardCharsets.UTF_8);

    refused(signed(JWSAlgorithm.RS256, "k1", new RSASSASigner(foreign), claims));
    refused(signed(JWSAlgorithm.RS256, "k2", new RSASSASigner(key), claims));
    refused(signed(JWSAlgorithm.RS512, "k1", new RSASSASigner(key), claims));
    refused(signed(JWSAlgorithm.HS256, "k1", new MACSigner(publicKey), claims));
    refused(new PlainJWT(claims).serialize());
    String good = token(c -> c);
    refused(good.substring(0, good.lastIndexOf('.') + 1));
    refused(good.substring(0, good.length() - 6) + "AAAAAA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Bearer", "Bearer x", "Basic YTpi", "a.b.c", "null"})
  void token_isRefused_whenItIsNone(String header) {
    assertThatThrownBy(() -> authorizer.check(header)).isInstanceOf(JwtAuthorizer.Refused.class);
  }

  private void refused(String token) {
    assertThatThrownBy(() -> authorizer.check("Bearer " + token))
        .isInstanceOf(JwtAuthorizer.Refused.class)
        .hasMessageNotContaining(token);
  }

  private static Date at(int seconds) {
    return Date.from(Toy.NOW.plusSeconds(seconds));
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .subject("me")
        .issuer(ISSUER)
        .audience("site")
        .issueTime(at(0))
        .expirationTime(at((int) Duration.ofHours(1).toSeconds()));
  }

  private static String token(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    return signed(JWSAlgorithm.RS256, "k1", new RSASSASigner(key), change.apply(claims()).build());
  }

  private static String signed(
      JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet claims)
      throws JOSEException {
    SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
    jwt.sign(signer);
    return jwt.serialize();
  }
}
