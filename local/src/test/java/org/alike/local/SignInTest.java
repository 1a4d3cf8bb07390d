package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Signing in as the website does: authorization code with PKCE, found through discovery. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {
  private static final String VERIFIER =
      "a-verifier-of-the-length-that-the-standard-wants-0123456789";

  private final HttpClient http = HttpClient.newHttpClient();
  private final AlikeLocal alike = AlikeLocal.inMemory(Toy.TEMPLATE);
  private final String issuer = alike.api() + Issuer.PATH;
  private final Map<String, String> asked = new LinkedHashMap<>();

  @BeforeAll
  void behave() {
    ToyFunction.forgetAll();
    ToyFunction.behave(
        "EchoFunction", (event, context) -> event.at("/requestContext/authorizer").toString());
  }

  @AfterAll
  void stop() {
    alike.close();
  }

  @BeforeEach
  void ask() throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    asked.clear();
    asked.put("response_type", "code");
    asked.put("client_id", Parts.CLIENT);
    asked.put("redirect_uri", alike.api() + "/callback.html");
    asked.put("state", "the state&");
    asked.put("nonce", "n-1");
    asked.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    asked.put("code_challenge_method", "S256");
  }

  @Test
  void discovery_namesTheEndpoints() throws Exception {
    JsonNode about = Json.read(get(issuer + "/.well-known/openid-configuration").body());

    assertThat(about.path("issuer").asText()).isEqualTo(issuer);
    assertThat(about.path("token_endpoint").asText()).isEqualTo(issuer + "/token");
    assertThat(
            Json.read(get(about.path("jwks_uri").asText()).body()).at("/keys/0/d").isMissingNode())
        .isTrue();
  }

  @Test
  void keys_canBeFetchedByAnotherGateway() throws Exception {
    JsonNode keys = Json.read(get(issuer + "/jwks.json").body());

    JwtAuthorizer.Keys remote = new RemoteKeys(issuer, Toy.CLOCK);

    assertThat(remote.find(keys.at("/keys/0/kid").asText())).isNotNull();
    assertThat(remote.find("another")).isNull();
    assertThat(new RemoteKeys("http://127.0.0.1:1", Toy.CLOCK).find("any")).isNull();
  }

  @Test
  void code_isGoodForTokens_once() throws Exception {
    Map<String, String> back = signIn("Ann@Toy.example");

    HttpResponse<String> first = token(back, VERIFIER);
    HttpResponse<String> second = token(back, VERIFIER);

    assertThat(back).containsEntry("state", "the state&");
    assertThat(first.statusCode()).isEqualTo(200);
    JsonNode tokens = Json.read(first.body());
    JsonNode id = claims(tokens.path("id_token").asText());
    assertThat(id.path("email").asText()).isEqualTo("ann@toy.example");
    assertThat(id.path("nonce").asText()).isEqualTo("n-1");
    JsonNode access = claims(tokens.path("access_token").asText());
    assertThat(access.path("client_id").asText()).isEqualTo(Parts.CLIENT);
    assertThat(access.has("aud")).isFalse();
    assertThat(access.has("email")).isFalse();
    assertThat(me(tokens.path("access_token").asText())).isEqualTo(200);
    assertThat(second.statusCode()).isEqualTo(400);
  }

  @Test
  void code_isRefused_withAnotherVerifier() throws Exception {
    Map<String, String> back = signIn("ann@toy.example");

    HttpResponse<String> reply = token(back, "another");

    assertThat(reply.statusCode()).isEqualTo(400);
    assertThat(reply.body()).isEqualTo("{\"error\":\"invalid_grant\"}");
  }

  @Test
  void signIn_isRefused_whenItWouldLeadSomewhereElse() throws Exception {
    for (String evil : new String[] {"https://evil.example/", alike.api() + ".evil.example/x"}) {
      asked.put("redirect_uri", evil);
      assertThat(get(issuer + "/authorize?" + query(asked)).statusCode()).isEqualTo(400);
    }
  }

  @Test
  void signIn_isRefused_withoutProofOrForAnotherClient() throws Exception {
    asked.put("code_challenge_method", "plain");
    assertThat(get(issuer + "/authorize?" + query(asked)).statusCode()).isEqualTo(400);
    asked.put("code_challenge_method", "S256");
    asked.put("client_id", "other");
    assertThat(get(issuer + "/authorize?" + query(asked)).statusCode()).isEqualTo(400);
  }

  @Test
  void shortcut_givesTheSameToken() throws Exception {
    HttpResponse<String> reply =
        http.send(
            HttpRequest.newBuilder(URI.create(alike.api() + "/_local/token"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"email\":\"ann@toy.example\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(me(Json.read(reply.body()).path("access_token").asText())).isEqualTo(200);
  }

  private int me(String token) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create(alike.api() + "/me"))
                .header("authorization", "Bearer " + token)
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private Map<String, String> signIn(String email) throws IOException, InterruptedException {
    String page = issuer + "/authorize?" + query(asked);
    assertThat(get(page).body()).contains("<form method=\"post\">");
    HttpResponse<String> reply = post(page, Map.of("email", email));
    assertThat(reply.statusCode()).isEqualTo(303);
    String location = reply.headers().firstValue("location").orElse("");
    assertThat(location).startsWith(alike.api() + "/callback.html?");
    return Form.parse(location.substring(location.indexOf('?') + 1));
  }

  private HttpResponse<String> token(Map<String, String> back, String verifier)
      throws IOException, InterruptedException {
    return post(
        issuer + "/token",
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            Parts.CLIENT,
            "code",
            back.getOrDefault("code", ""),
            "redirect_uri",
            alike.api() + "/callback.html",
            "code_verifier",
            verifier));
  }

  private HttpResponse<String> get(String uri) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String uri, Map<String, String> form)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(uri))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(query(form)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String query(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + Form.encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static JsonNode claims(String token) throws IOException {
    return Json.read(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
  }
}
