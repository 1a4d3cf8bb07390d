package org.alike.local;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an issuer somewhere else, found through its discovery document and kept for two
 * hours. A key id not seen before asks again, at most once a minute.
 */
final class RemoteKeys implements JwtAuthorizer.Keys {
  private static final Duration KEPT = Duration.ofHours(2);
  private static final Duration PATIENCE = Duration.ofMillis(1500);
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final URI discovery;
  private final Clock clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private JWKSet keys = new JWKSet();
  private Instant asked = Instant.EPOCH;

  RemoteKeys(String issuer, Clock clock) {
    this.discovery = URI.create(issuer + "/.well-known/openid-configuration");
    this.clock = clock;
  }

  @Override
  public synchronized @Nullable JWK find(String id) {
    Instant now = clock.instant();
    boolean unknown = keys.getKeyByKeyId(id) == null && asked.plus(BETWEEN).isBefore(now);
    if (unknown || asked.plus(KEPT).isBefore(now)) {
      asked = now;
      fetch();
    }
    return keys.getKeyByKeyId(id);
  }

  private void fetch() {
    try {
      String location = Json.read(get(discovery)).path("jwks_uri").asText();
      keys = JWKSet.parse(get(URI.create(location)));
    } catch (IOException | ParseException | IllegalArgumentException e) {
      keys = new JWKSet(); // nobody gets in until the issuer answers
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String get(URI uri) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
