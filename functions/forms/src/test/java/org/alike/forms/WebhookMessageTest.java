package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alike.kernel.Ids;
import org.alike.kernel.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our messages before the published verifier of Standard Webhooks. */
class WebhookMessageTest {
  private static final String ODD = "\uD83D\uDC4B \"quoted\" \\ \u2028 line\r\nbreak \u00E4";
  private final SecureRandom random = new SecureRandom();

  /** The verifier goes by this machine's clock. */
  private final Instant now = Clock.systemUTC().instant();

  private final org.alike.forms.Webhook hook =
      org.alike.forms.Webhook.fresh("https://www.example.org/hook", true, random);
  private final Submission submission =
      new Submission(
          new Ids(Clock.systemUTC(), random).next(),
          "contact",
          Purpose.INBOX,
          Submission.Status.RECEIVED,
          List.of(),
          List.of(new Submission.Value("name", ODD), new Submission.Value("empty", "")),
          Optional.of("en"),
          Optional.empty(),
          Optional.empty(),
          now,
          now.plusSeconds(60),
          List.of());

  private WebhookMessage message(org.alike.forms.Webhook webhook, Instant at) {
    Deliverable deliverable = new Deliverable(submission, Stage.RECEIVED);
    return WebhookMessage.of(deliverable, Part.fresh("hook-" + webhook.id(), at), webhook, at);
  }

  private static void verify(WebhookSecret secret, Map<String, String> headers, String body)
      throws WebhookVerificationException {
    Map<String, List<String>> all =
        headers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    new Webhook(secret.text()).verify(body, HttpHeaders.of(all, (name, value) -> true));
  }

  @Test
  void message_isAccepted_andSaysWhatWasSent() throws Exception {
    WebhookMessage message = message(hook, now);

    verify(hook.secrets().get(0), message.headers(), message.body());

    assertThat(message.headers()).containsEntry("webhook-id", "msg_" + submission.id());
    Map<String, Object> json = Json.trusted(message.body());
    assertThat(json).containsEntry("type", "submission.accepted");
    assertThat(Json.asObject(json.get("data")).orElseThrow())
        .containsEntry("submissionId", submission.id())
        .containsEntry(
            "fields",
            List.of(Json.of("name", "name", "value", ODD), Json.of("name", "empty", "value", "")));
  }

  @Test
  void message_saysNothingOfTheContent_whenTheOwnerWantsItSo() {
    assertThat(message(hook.changed(hook.url(), false), now).body())
        .contains(submission.id())
        .doesNotContain("fields", "quoted");
  }

  @Test
  void tamperedMessage_isRejected() {
    WebhookMessage message = message(hook, now);
    WebhookSecret secret = hook.secrets().get(0);

    assertThatThrownBy(() -> verify(secret, message.headers(), message.body() + " "))
        .isInstanceOf(WebhookVerificationException.class);
    for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
      Map<String, String> other = new HashMap<>(message.headers());
      other.put(name, message(hook, now.plusSeconds(1)).headers().get(name));
      other.computeIfPresent("webhook-id", (key, id) -> name.equals(key) ? id + "1" : id);
      assertThatThrownBy(() -> verify(secret, other, message.body()))
          .as(name)
          .isInstanceOf(WebhookVerificationException.class);
    }
    assertThatThrownBy(
            () -> verify(WebhookSecret.random(random), message.headers(), message.body()))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, -86_400, 301})
  void messageOfAnotherTime_isRejected(long seconds) {
    WebhookMessage message = message(hook, now.plusSeconds(seconds + (seconds > 0 ? 5 : 0)));

    assertThatThrownBy(() -> verify(hook.secrets().get(0), message.headers(), message.body()))
        .isInstanceOf(WebhookVerificationException.class);
  }

  /**
   * What was caught on its way and comes again is either old or has a signature of another time.
   */
  @Test
  void replayedMessage_isRejected_andARepeatOfOursHasTheSameId() throws Exception {
    WebhookMessage caught = message(hook, now.minus(Duration.ofMinutes(6)));
    WebhookMessage repeat = message(hook, now);
    Map<String, String> redated = new HashMap<>(caught.headers());
    redated.put("webhook-timestamp", repeat.headers().get("webhook-timestamp"));

    assertThatThrownBy(() -> verify(hook.secrets().get(0), caught.headers(), caught.body()))
        .isInstanceOf(WebhookVerificationException.class);
    assertThatThrownBy(() -> verify(hook.secrets().get(0), redated, caught.body()))
        .isInstanceOf(WebhookVerificationException.class);
    verify(hook.secrets().get(0), repeat.headers(), repeat.body());
    assertThat(repeat.headers().get("webhook-id")).isEqualTo(caught.headers().get("webhook-id"));
  }

  @Test
  void bothSecretsSign_forADayAfterARotation() throws Exception {
    WebhookSecret fresh = WebhookSecret.random(random);
    Instant turned = now.minus(Duration.ofHours(23));
    org.alike.forms.Webhook rotated =
        hook.rotated(fresh, turned, turned.plus(org.alike.forms.Webhook.OVERLAP));
    WebhookMessage meanwhile = message(rotated, now);
    WebhookMessage later = message(rotated, now.plus(Duration.ofHours(2)));

    verify(fresh, meanwhile.headers(), meanwhile.body());
    verify(hook.secrets().get(0), meanwhile.headers(), meanwhile.body());
    assertThat(meanwhile.headers().get("webhook-signature")).matches("v1,[^ ]+ v1,[^ ]+");
    assertThat(later.headers().get("webhook-signature")).matches("v1,[^ ]+");
  }

  @Test
  void oldSecret_endsAtOnce_whenItsOwnerSaysSo() {
    WebhookSecret fresh = WebhookSecret.random(random);

    assertThat(hook.rotated(fresh, now, now).secrets()).containsExactly(fresh);
  }

  @Test
  void secrets_areThreeAtMost_andKeepTheEndTheyHave() {
    org.alike.forms.Webhook turned = hook;
    for (int hour = 0; hour < 5; hour++) {
      Instant at = now.plus(Duration.ofHours(hour));
      turned = turned.rotated(WebhookSecret.random(random), at, at.plus(Duration.ofHours(24)));
    }

    assertThat(turned.secrets()).hasSize(3);
    assertThat(turned.oldSecretUntil(now)).contains(now.plus(Duration.ofHours(28)));
    assertThat(turned.secrets().get(2).until()).contains(now.plus(Duration.ofHours(27)));
    assertThat(turned.toString()).doesNotContain("whsec_");
  }
}
