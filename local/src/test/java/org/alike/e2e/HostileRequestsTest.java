package org.alike.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.alike.kernel.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bad request gets the documented answer, and no table changes by a single attribute. */
class HostileRequestsTest {
  private static final String CANARY = "canary-4711";
  private static final String FEED = "/conditions/" + Community.ALS + "/discussions";
  private static Community community;
  private static String token;
  private List<String> before = new ArrayList<>();

  @BeforeAll
  static void start() {
    community = new Community();
    community.importPages();
    token = community.join(Community.signup("member@example.org", "Member", "ALS"));
  }

  @AfterAll
  static void stop() {
    community.close();
  }

  @BeforeEach
  void remember() {
    before = community.everything();
  }

  @AfterEach
  void nothingWasStored() {
    community.awaitQuiet();
    assertThat(community.everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "canary-4711",
        "{\"email\":\"canary-4711",
        "[]",
        "null",
        "{\"email\":\"a@example.org\"}{}",
        "{\"email\":\"canary-4711@example.org\",\"email\":\"b@example.org\"}"
      })
  void signup_isMalformed_whenItIsNotOneStrictJsonObject(String body) {
    assertProblem(json("/f/signup", body), 400, 422);
    assertProblem(json(FEED, body), 400, 422);
    assertProblem(json("/wisdom/answers", body), 400, 422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no consent|{'email':'canary-4711@example.org','displayName':'A','conditions':['ALS']}",
        "old consent|{'email':'a@example.org','displayName':'A','conditions':['ALS'],'consent':'1'}",
        "no address|{'displayName':'canary-4711','conditions':['ALS'],'consent':'2026-11'}",
        "not an address|{'email':'canary-4711','displayName':'A','conditions':['ALS'],'consent':'2026-11'}",
        "no condition|{'email':'a@example.org','displayName':'A','consent':'2026-11'}",
        "wrong type|{'email':{'x':1},'displayName':'A','conditions':['ALS'],'consent':'2026-11'}",
        "a role|{'email':'a@example.org','displayName':'A','conditions':['ALS'],'consent':'2026-11','role':'moderator'}",
        "line break|{'email':'a@example.org\\r\\nBcc: x@example.org','displayName':'A','conditions':['ALS'],'consent':'2026-11'}",
        "half a letter|{'email':'a@example.org','displayName':'A\\ud800','conditions':['ALS'],'consent':'2026-11'}"
      })
  void signup_isInvalid_whenAFieldBreaksARule(String what, String body) {
    assertProblem(json("/f/signup", body.replace('\'', '"')), 422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no title|{'text':'canary-4711'}",
        "wrong type|{'title':7,'text':'canary-4711'}",
        "unknown field|{'title':'canary-4711','text':'x','author':'somebody'}",
        "unknown visibility|{'title':'canary-4711','text':'x','visibility':'everybody'}",
        "hidden characters|{'title':'canary-4711','text':'a\\u202eb'}"
      })
  void thread_isInvalid_whenAFieldBreaksARule(String what, String body) {
    assertProblem(json(FEED, body.replace('\'', '"')), 422);
  }

  @Test
  void form_isUnsupported_whenItsMediaTypeIsNone() {
    assertProblem(
        send(
            community
                .request("/f/signup")
                .header("content-type", "application/xml")
                .header("accept", "application/json")
                .POST(BodyPublishers.ofString("<a/>"))),
        415);
  }

  @Test
  void body_isTooLarge_whenItHasSixMegabytes() {
    assertThat(json("/f/signup", "{\"a\":\"" + "x".repeat(6_300_000) + "\"}").status())
        .isEqualTo(413);
    assertProblem(json("/f/signup", "{\"email\":\"" + "x".repeat(300_000) + "\"}"), 413, 422);
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/f/no-such-form,404",
    "GET,/f/signup,405",
    "PUT,/me,405",
    "DELETE,/conditions,405",
    "GET,/conditions/no-such-condition,404",
    "GET,/conditions/no-such-condition/alikes,404",
    "GET,/conditions/no-such-condition/discussions,404",
    "GET,/conditions/%2e%2e%2f%2e%2e,404",
    "GET,/conditions/%00,404",
    "GET,/pages/no-such-page,404",
    "GET,/discussions/no-such-thread,404",
    "GET,/discussions/0190a000-0000-7000-8000-000000000000,404",
    "GET,/nowhere,404",
    "GET,/conditions?limit=0,422",
    "GET,/conditions?limit=51,422",
    "GET,/conditions?limit=x,422",
    "GET,/conditions?cursor=AAAA,400",
    "GET,/discussions?cursor=%F0%9F%98%80,400",
    "GET,/conditions/amyotrophic-lateral-sclerosis/alikes?cursor=AAAA,400",
    "GET,/conditions/amyotrophic-lateral-sclerosis/discussions?cursor=AAAA,400",
    "POST,/confirmations/no-such-token,404"
  })
  void request_getsTheDocumentedProblem(String method, String path, int status) {
    Community.Answer answer =
        send(
            community
                .request(path)
                .header("accept", "application/json")
                .header("content-type", "application/json")
                .method(method, BodyPublishers.ofString(method.equals("GET") ? "" : "{}")));

    assertProblem(answer, status);
    if (status == 405) {
      assertThat(answer.header("allow")).isNotEmpty();
    }
  }

  static List<String> badTokens() throws JOSEException, ParseException {
    SignedJWT good = SignedJWT.parse(token);
    JWTClaimsSet claims = good.getJWTClaimsSet();
    Date past = Date.from(Instant.now().minusSeconds(3600));
    RSAKey foreign = new RSAKeyGenerator(2048).keyID(good.getHeader().getKeyID()).generate();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(good.getHeader().getKeyID()).build();
    SignedJWT forged = new SignedJWT(header, claims);
    forged.sign(new RSASSASigner(foreign));
    SignedJWT expired =
        new SignedJWT(header, new JWTClaimsSet.Builder(claims).expirationTime(past).build());
    expired.sign(new RSASSASigner(foreign));
    SignedJWT symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    symmetric.sign(new MACSigner(foreign.toRSAPublicKey().getEncoded()));
    String[] parts = token.split("\\.", -1);
    return List.of(
        "nonsense",
        "a.b.c",
        new PlainJWT(claims).serialize(),
        forged.serialize(),
        expired.serialize(),
        symmetric.serialize(),
        parts[0] + "." + parts[1] + ".",
        parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse());
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void member_isUnauthorized_whenTheTokenIsNotOneOfOurs(String bad) {
    for (String path : List.of("/me", "/me/alikes", "/me/discussions?condition=als")) {
      assertThat(community.get(path, bad).status()).as(path).isEqualTo(401);
    }
    Community.Answer posted =
        community.post(FEED, Json.of("title", "A long title", "text", CANARY), bad);
    assertThat(posted.status()).isEqualTo(401);
    assertThat(posted.header("www-authenticate")).startsWith("Bearer");
    assertThat(posted.body()).doesNotContain(CANARY);
  }

  @Test
  void post_isUnauthorized_withoutAToken_andForbidden_forNobodysToken() {
    assertThat(community.post(FEED, Json.of("title", "A long title", "text", "x"), null).status())
        .isEqualTo(401);
    String stranger = community.stack().tokenFor("never-signed-up@example.org");
    assertProblem(community.get("/me", stranger), 403);
    assertProblem(
        community.post(FEED, Json.of("title", "A long title", "text", CANARY), stranger), 403);
  }

  private static Community.Answer json(String path, String body) {
    return send(
        Community.authorized(community.request(path), token)
            .header("accept", "application/json")
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private static Community.Answer send(HttpRequest.Builder request) {
    return community.send(request);
  }

  private static void assertProblem(Community.Answer answer, Integer... statuses) {
    assertThat(answer.status()).isIn((Object[]) statuses);
    assertThat(answer.body()).doesNotContain(CANARY).doesNotContain("Exception");
    assertThat(answer.json()).containsEntry("status", answer.status()).containsKey("type");
  }
}
