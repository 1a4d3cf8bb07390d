package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Digest;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkTest {
  private static final String SOME_LINKS = "message=http://a+http://b+http://c+http://d";
  private final TableFixture fixture = new TableFixture();
  private final Instant now = fixture.clock.instant();
  private final FormsFunction function = fixture.function();

  WorkTest() {
    fixture.put("anything", Map.of("title", "Anything"));
  }

  /** As the script does it. */
  private static String work(String form, String key, Instant began) {
    String time = Long.toString(began.toEpochMilli());
    String challenge = Digest.of("work", form, key, time);
    for (int number = 0; ; number++) {
      byte[] done = (challenge + "." + number).getBytes(StandardCharsets.US_ASCII);
      byte[] digest = Base64.getUrlDecoder().decode(Digest.of(done));
      if (digest[0] == 0 && digest[1] == 0) {
        return time + "." + number;
      }
    }
  }

  @Test
  void work_isDone_forItsFormAndKeyAlone() {
    String work = work("contact", "k", now);

    assertThat(Work.isDone(work, "contact", "k", now)).isTrue();
    assertThat(Work.isDone(work, "signup", "k", now)).isFalse();
    assertThat(Work.isDone(work, "contact", "l", now)).isFalse();
    assertThat(Work.isDone(work("contact", "", now), "contact", "", now)).isFalse();
  }

  @Test
  void work_isNotDone_whenABitIsMissing() {
    String time = Long.toString(now.toEpochMilli());
    String challenge = Digest.of("work", "contact", "k", time);
    for (int number = 0; number < 20_000; number++) {
      byte[] done = (challenge + "." + number).getBytes(StandardCharsets.US_ASCII);
      byte[] digest = Base64.getUrlDecoder().decode(Digest.of(done));
      boolean zeros = digest[0] == 0 && digest[1] == 0;

      assertThat(Work.isDone(time + "." + number, "contact", "k", now)).isEqualTo(zeros);
    }
  }

  @Test
  void work_lastsLessThanItsKeyIsRemembered() {
    String work = work("contact", "k", now);

    assertThat(Work.isDone(work, "contact", "k", now.plus(Duration.ofHours(20)))).isTrue();
    assertThat(Work.isDone(work, "contact", "k", now.plus(Duration.ofHours(21)))).isFalse();
    assertThat(Work.isDone(work, "contact", "k", now.minus(Duration.ofHours(1)))).isTrue();
    assertThat(Work.isDone(work, "contact", "k", now.minus(Duration.ofHours(2)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "1.", ".1", "1", "a.b", "-1.1", "1.1.1", "99999999999999.1", "1.\u0661"})
  void work_isNotDone_whenItIsNoNumbers(String work) {
    assertThat(Work.isDone(work, "contact", "k", Instant.ofEpochMilli(1))).isFalse();
  }

  @Test
  void submit_takesTwoSigns_andThreeWhereTheBrowserHasWorked() {
    String driven = "{\"webdriver\":true}";

    assertThat(reasons("a", SOME_LINKS, "")).isEmpty();
    assertThat(reasons("b", SOME_LINKS + "&_elapsed=9000", "")).contains("links", "no-work");
    assertThat(reasons("c", SOME_LINKS + "&_work=1.1", "")).contains("links", "no-work");
    assertThat(reasons("d", SOME_LINKS, driven)).contains("links", "webdriver");
    assertThat(reasons("e", SOME_LINKS + worked("e"), driven)).isEmpty();
    assertThat(reasons("f", SOME_LINKS + worked("e"), driven)).contains("no-work");
    assertThat(reasons("g", "message=Hello&_elapsed=9000", "")).isEmpty();
    assertThat(reasons("h", "message=Hello&_gotcha=x" + worked("h"), "")).contains("honeypot");
  }

  @Test
  void submit_isRefused_whenWorkIsSentOnceMoreWithAnotherContent() {
    String work = worked("k");

    assertThat(submit("k", "message=One" + work, "").status()).isEqualTo(200);
    assertThat(submit("k", "message=Two" + work, "").status()).isEqualTo(422);
    assertThat(fixture.kept("anything")).hasSize(1);
  }

  private String worked(String key) {
    return "&_elapsed=9000&_work=" + work("anything", key, now);
  }

  /** Why the submission under this key was set aside. */
  private List<String> reasons(String key, String body, String session) {
    Object id = submit(key, body + "&_subject=" + key, session).json().get("submissionId");
    return fixture.kept("anything").stream()
        .filter(submission -> submission.id().equals(id))
        .findFirst()
        .orElseThrow()
        .reasons();
  }

  private Reply submit(String key, String body, String session) {
    fixture.clock.advance(Duration.ofSeconds(61));
    byte[] bytes = session.getBytes(StandardCharsets.UTF_8);
    return HttpCall.of("POST /f/{form}")
        .path("form", "anything")
        .header("accept", "application/json")
        .header("idempotency-key", key)
        .header("formspree-session-data", Base64.getEncoder().encodeToString(bytes))
        .body(TableFixture.URLENCODED, body)
        .send(function);
  }
}
