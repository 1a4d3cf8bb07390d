package org.alike.members;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Environment;
import org.alike.kernel.Invocation;
import org.alike.kernel.Json;
import org.alike.kernel.LogLine;
import org.alike.kernel.Priming;
import org.alike.store.DynamoTable;

/**
 * Called by Amazon Cognito before it issues a token (pre token generation, version 2): when the
 * verified e-mail address belongs to a member, the access token gets the claim {@code member_id}.
 * For anybody else the event goes back as it came. Thread-safe.
 */
public final class MembersSignIn implements RequestStreamHandler {
  private final MemberStore store;
  private final Clock clock;

  /** As Lambda makes it. */
  public MembersSignIn() {
    this(Environment.ofProcess());
  }

  /** With these settings: {@code TABLE}. */
  public MembersSignIn(Environment environment) {
    this(DynamoTable.connect(environment, Clock.systemUTC()), Clock.systemUTC());
  }

  MembersSignIn(DynamoTable table, Clock clock) {
    this.store = new DynamoMemberStore(table);
    this.clock = clock;
    Priming.beforeSnapshot(() -> store.find("priming"));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    byte[] bytes = in.readAllBytes();
    long start = clock.millis();
    String cause = context.getAwsRequestId();
    try (Invocation invocation = Invocation.begin(cause)) {
      Map<String, Object> event = Json.trusted(new ByteArrayInputStream(bytes));
      Optional<String> member = verifiedMailbox(event).flatMap(store::owner);
      new LogLine("members-sign-in", cause, start)
          .with("member", member.isPresent())
          .write(context, clock.millis(), invocation.cost());
      out.write(member.map(id -> withClaim(event, id)).orElse(bytes));
    }
  }

  /** Anybody may type an address into a sign-in; only a verified one says who it is. */
  private static Optional<Mailbox> verifiedMailbox(Map<String, Object> event) {
    Map<String, Object> attributes = part(part(event, "request"), "userAttributes");
    boolean verified = "true".equals(String.valueOf(attributes.get("email_verified")));
    return verified ? Mailbox.verified(String.valueOf(attributes.get("email"))) : Optional.empty();
  }

  private static byte[] withClaim(Map<String, Object> event, String member) {
    Map<String, Object> response = part(event, "response");
    Map<String, Object> details = part(response, "claimsAndScopeOverrideDetails");
    Map<String, Object> token = part(details, "accessTokenGeneration");
    Map<String, Object> claims = part(token, "claimsToAddOrOverride");
    claims.put("member_id", member);
    token.put("claimsToAddOrOverride", claims);
    details.put("accessTokenGeneration", token);
    response.put("claimsAndScopeOverrideDetails", details);
    event.put("response", response);
    return Json.write(event).getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> part(Map<String, Object> object, String name) {
    return new LinkedHashMap<>(Json.asObject(object.get(name)).orElse(Map.of()));
  }
}
