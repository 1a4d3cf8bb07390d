package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes tokens as the Cognito user pool does: a person's access token carries what the function
 * {@value #TRIGGER} adds to it, which is asked with Cognito's own event.
 */
final class Tokens {
  static final String TRIGGER = "MembersSignIn";
  private static final Duration VALID = Duration.ofHours(1);

  private final String issuer;
  private final String client;
  private final SigningKey key;
  private final Roles roles;
  private final Functions functions;
  private final Ids ids;
  private final Clock clock;

  /** The sign-in function failed, so nobody can sign in. */
  static final class SignInFailed extends Exception {
    SignInFailed(String why) {
      super(why);
    }
  }

  Tokens(
      String issuer,
      String client,
      SigningKey key,
      Roles roles,
      Functions functions,
      Ids ids,
      Clock clock) {
    this.issuer = issuer;
    this.client = client;
    this.key = key;
    this.roles = roles;
    this.functions = functions;
    this.ids = ids;
    this.clock = clock;
  }

  /** The token endpoint's answer for somebody who has proved to have this address. */
  JsonNode issue(String email, @Nullable String nonce) throws SignInFailed, InterruptedException {
    String address = email.strip().toLowerCase(Locale.ROOT);
    String subject = UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8)).toString();
    JsonNode added = added(address, subject);
    JWTClaimsSet.Builder id =
        common(subject).audience(client).claim("email", address).claim("email_verified", true);
    id.claim("token_use", "id").claim("nonce", nonce);
    JWTClaimsSet.Builder access =
        common(subject).claim("client_id", client).claim("token_use", "access");
    access.claim("scope", "openid email").claim("username", subject);
    if (!roles.of(address).isEmpty()) {
      access.claim("cognito:groups", roles.of(address));
    }
    override(access, added.path("accessTokenGeneration"));
    override(id, added.path("idTokenGeneration"));
    return Json.object()
        .put("access_token", key.sign(access.build()))
        .put("id_token", key.sign(id.build()))
        .put("token_type", "Bearer")
        .put("expires_in", VALID.toSeconds());
  }

  private JWTClaimsSet.Builder common(String subject) {
    Instant now = clock.instant();
    return new JWTClaimsSet.Builder()
        .subject(subject)
        .issuer(issuer)
        .jwtID(ids.next())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(VALID)))
        .claim("auth_time", now.getEpochSecond());
  }

  private JsonNode added(String email, String subject) throws SignInFailed, InterruptedException {
    Origin origin = new Origin("sign-in", "sign-in", Set.of());
    Outcome outcome = functions.invoke(TRIGGER, event(email, subject), origin);
    if (outcome.failed()) {
      throw new SignInFailed(TRIGGER + " failed");
    }
    return outcome.payload().at("/response/claimsAndScopeOverrideDetails");
  }

  private JsonNode event(String email, String subject) {
    ObjectNode event = Json.object().put("version", "2");
    event.put("triggerSource", "TokenGeneration_HostedAuth").put("region", Settings.REGION);
    event.put("userPoolId", Settings.REGION + "_local").put("userName", subject);
    event.putObject("callerContext").put("awsSdkVersion", "local").put("clientId", client);
    ObjectNode request = event.putObject("request");
    request
        .putObject("userAttributes")
        .put("sub", subject)
        .put("email", email)
        .put("email_verified", "true")
        .put("cognito:user_status", "CONFIRMED");
    ObjectNode groups = request.putObject("groupConfiguration");
    roles.of(email).forEach(groups.putArray("groupsToOverride")::add);
    groups.putArray("iamRolesToOverride");
    groups.putNull("preferredRole");
    request.putArray("scopes").add("openid").add("email");
    event.putObject("response").putNull("claimsAndScopeOverrideDetails");
    return event;
  }

  private static void override(JWTClaimsSet.Builder claims, JsonNode changes) {
    for (Map.Entry<String, JsonNode> claim : changes.path("claimsToAddOrOverride").properties()) {
      claims.claim(claim.getKey(), value(claim.getValue()));
    }
    changes.path("claimsToSuppress").forEach(name -> claims.claim(name.asText(), null));
  }

  private static Object value(JsonNode node) {
    if (node.isArray()) {
      return List.copyOf(texts(node));
    }
    return node.isNumber()
        ? node.numberValue()
        : node.isBoolean() ? node.booleanValue() : node.asText();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
