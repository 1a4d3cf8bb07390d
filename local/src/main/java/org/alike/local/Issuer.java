package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A small OpenID Connect provider in place of the user pool: authorization code with PKCE, for
 * anybody who types an address. There is no password and no code by mail: this is one machine.
 */
final class Issuer {
  static final String PATH = "/_local/issuer";
  private static final Duration CODE_VALID = Duration.ofMinutes(2);

  private final String self;
  private final String client;
  private final List<String> origins;
  private final SigningKey key;
  private final Tokens tokens;
  private final Ids ids;
  private final Clock clock;
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();

  private record Grant(
      String email, String redirect, String challenge, String nonce, Instant expires) {}

  /**
   * @param origins where a sign-in may return to
   */
  Issuer(
      String self,
      String client,
      List<String> origins,
      SigningKey key,
      Tokens tokens,
      Ids ids,
      Clock clock) {
    this.self = self;
    this.client = client;
    this.origins = origins;
    this.key = key;
    this.tokens = tokens;
    this.ids = ids;
    this.clock = clock;
  }

  Reply answer(Incoming request) throws InterruptedException {
    return switch (request.method() + " " + request.path().substring(PATH.length())) {
      case "GET /.well-known/openid-configuration" -> open(Reply.json(200, discovery()));
      case "GET /jwks.json" ->
          open(Reply.of(200, "application/json", key.published().getBytes(StandardCharsets.UTF_8)));
      case "GET /authorize" -> ask(Form.parse(request.query()));
      case "POST /authorize" -> grant(request);
      case "POST /token" -> open(token(Form.parse(request.text())));
      case "OPTIONS /token" -> open(new Reply(204, List.of(), new byte[0]));
      case "GET /logout" -> logout(Form.parse(request.query()));
      default -> Reply.message(404, "Not Found");
    };
  }

  private JsonNode discovery() {
    ObjectNode about = Json.object().put("issuer", self);
    about.put("authorization_endpoint", self + "/authorize");
    about.put("token_endpoint", self + "/token");
    about.put("jwks_uri", self + "/jwks.json");
    about.put("end_session_endpoint", self + "/logout");
    about.putArray("response_types_supported").add("code");
    about.putArray("grant_types_supported").add("authorization_code");
    about.putArray("subject_types_supported").add("public");
    about.putArray("id_token_signing_alg_values_supported").add("RS256");
    about.putArray("code_challenge_methods_supported").add("S256");
    about.putArray("token_endpoint_auth_methods_supported").add("none");
    about.putArray("scopes_supported").add("openid").add("email");
    return about;
  }

  private Reply ask(Map<String, String> query) {
    String wrong = whatIsWrong(query);
    return wrong.isEmpty()
        ? Reply.page(200, SignInPage.html(query.getOrDefault("login_hint", "")))
        : Reply.page(400, SignInPage.refusal(wrong));
  }

  private Reply grant(Incoming request) {
    Map<String, String> query = Form.parse(request.query());
    String email = Form.parse(request.text()).getOrDefault("email", "").strip();
    if (!whatIsWrong(query).isEmpty() || email.indexOf('@') < 1) {
      return ask(query);
    }
    String code = ids.next();
    String redirect = query.getOrDefault("redirect_uri", "");
    grants.put(
        code,
        new Grant(
            email,
            redirect,
            query.getOrDefault("code_challenge", ""),
            query.getOrDefault("nonce", ""),
            clock.instant().plus(CODE_VALID)));
    String answer = "code=" + code + "&state=" + Form.encode(query.getOrDefault("state", ""));
    return Reply.redirect(303, redirect + (redirect.contains("?") ? "&" : "?") + answer);
  }

  private String whatIsWrong(Map<String, String> query) {
    if (!client.equals(query.get("client_id"))) {
      return "the client is not known here";
    }
    String redirect = query.getOrDefault("redirect_uri", "");
    if (origins.stream().noneMatch(origin -> redirect.startsWith(origin + "/"))) {
      return "the address to return to is not one of ours";
    }
    boolean code = "code".equals(query.get("response_type"));
    boolean proof = "S256".equals(query.get("code_challenge_method"));
    return code && proof ? "" : "only the code flow with PKCE (S256) is offered";
  }

  private Reply token(Map<String, String> form) throws InterruptedException {
    Grant grant = grants.remove(form.getOrDefault("code", ""));
    boolean valid =
        grant != null
            && grant.expires().isAfter(clock.instant())
            && grant.redirect().equals(form.get("redirect_uri"))
            && client.equals(form.get("client_id"))
            && grant.challenge().equals(digest(form.getOrDefault("code_verifier", "")));
    if (grant == null || !valid) {
      return Reply.json(400, Json.object().put("error", "invalid_grant"));
    }
    try {
      return Reply.json(200, tokens.issue(grant.email(), grant.nonce()));
    } catch (Tokens.SignInFailed e) {
      return Reply.json(502, Json.object().put("error", "server_error"));
    }
  }

  private Reply logout(Map<String, String> query) {
    String back = query.getOrDefault("post_logout_redirect_uri", "");
    boolean ours = origins.stream().anyMatch(origin -> back.startsWith(origin + "/"));
    return Reply.redirect(302, ours ? back : "/");
  }

  /** Any site may use the public documents and the token endpoint; a code proves the rest. */
  private static Reply open(Reply reply) {
    return reply
        .with("access-control-allow-origin", "*")
        .with("access-control-allow-headers", "content-type");
  }

  private static String digest(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
