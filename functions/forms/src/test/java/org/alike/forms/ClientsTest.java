package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scripts of form services send, and what is content of it. */
class ClientsTest {
  private final TableFixture fixture = new TableFixture();
  private final FormsFunction function = fixture.function();

  @BeforeEach
  void openForm() {
    fixture.put(
        "talk",
        Map.of(
            "title", "Talk",
            "origins", List.of("https://www.example.org"),
            "redirects", List.of("https://www.example.org"),
            "honeypots", List.of("website2"),
            "limit", Map.of("submissions", 500, "minutes", 10)));
  }

  private static HttpCall call(String form) {
    return HttpCall.of("POST /f/{form}").path("form", form);
  }

  private Reply post(String body) {
    return call("talk").body(TableFixture.URLENCODED, body).send(function);
  }

  private List<Submission.Value> values() {
    return fixture.kept("talk").get(0).values();
  }

  private static Submission.Value value(String name, String value) {
    return new Submission.Value(name, value);
  }

  @Test
  void web3forms_sendsItsKeyAndWishesBesideTheContent() {
    Reply reply =
        call("talk")
            .json(
                Json.of(
                    "access_key", "talk",
                    "subject", "Hello",
                    "from_name", "The site",
                    "replyto", "maria@example.org",
                    "botcheck", false,
                    "redirect", "https://www.example.org/done",
                    "name", "Maria",
                    "message", "Hi"))
            .send(function);

    assertThat(reply.json())
        .containsEntry("success", true)
        .containsEntry("next", "https://www.example.org/done");
    assertThat(values()).containsExactly(value("name", "Maria"), value("message", "Hi"));
    assertThat(fixture.kept("talk").get(0).subject()).contains("Hello");
    assertThat(fixture.kept("talk").get(0).replyTo()).contains("maria@example.org");
    assertThat(fixture.kept("talk").get(0).isAccepted()).isTrue();
  }

  @Test
  void webflow_encodesLabelsTwice_andTellsOfItsPage() {
    Reply reply =
        call("talk")
            .header("accept", "application/json, text/javascript, */*; q=0.01")
            .header("x-requested-with", "XMLHttpRequest")
            .body(
                TableFixture.URLENCODED,
                "name=Email+Form&pageId=65f&elementId=e1&source=https%3A%2F%2Fwww.example.org%2F"
                    + "&test=false&fields%5BEmail%2520Address%5D=maria%40example.org"
                    + "&fields%5B100%2525%2520sure%5D=true&fields%5BA%2BB%5D=&dolphin=false")
            .send(function);

    assertThat(reply.json()).containsEntry("code", 200);
    assertThat(values())
        .containsExactly(
            value("Email Address", "maria@example.org"),
            value("100% sure", "true"),
            value("A+B", ""));
    assertThat(fixture.kept("talk").get(0).isAccepted()).isTrue();
  }

  @Test
  void basin_writesJsonBehindTheName() {
    Reply reply =
        call("talk.json").body(TableFixture.URLENCODED, "a=1&_redirect=%2Fdone").send(function);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).containsEntry("success", true);
    assertThat(String.valueOf(reply.json().get("next"))).endsWith("/done");
  }

  @Test
  void netlify_namesTheFormInTheBodyToo() {
    post("form-name=talk&bot-field=&a=1&g-recaptcha-response=token");

    assertThat(values()).containsExactly(value("a", "1"));
  }

  @Test
  void field_isContent_whenTheFormHasOneOfThatName() {
    fixture.put(
        "shop",
        Json.of(
            "title",
            "Shop",
            "schema",
            Json.of("type", "object", "properties", Map.of("botcheck", Map.of("type", "string")))));

    call("shop").body(TableFixture.URLENCODED, "botcheck=green&subject=x").send(function);

    assertThat(fixture.kept("shop").get(0).values())
        .containsExactly(value("botcheck", "green"), value("subject", "x"));
    assertThat(fixture.kept("shop").get(0).isAccepted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "_gotcha=x, honeypot",
    "_honeypot=x, honeypot",
    "bot-field=x, honeypot",
    "botcheck=on, honeypot",
    "website2=x, honeypot",
    "_elapsed=1999, too-fast",
    "fields%5Ba%5D=1&dolphin=true, phishing",
    "b=a+sentence+that+is+long+enough&c=a+sentence+that+is+long+enough&d=a+sentence+that+is+long+enough, repeated-text"
  })
  void machine_isThankedAndSetAside_withTheReason(String sign, String reason) {
    Reply reply = post("a=1&" + sign);

    assertThat(reply.status()).isEqualTo(303);
    assertThat(fixture.kept("talk").get(0).reasons()).startsWith(reason);
    assertThat(fixture.kept("talk").get(0).isAccepted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_gotcha=&_honeypot=&bot-field=&botcheck=false&website2=",
        "_elapsed=2000",
        "_elapsed=soon",
        "b=http%3A%2F%2Fa.example+http%3A%2F%2Fb.example+http%3A%2F%2Fc.example",
        "b=yes&c=yes&d=yes&e=yes"
      })
  void person_isReceived_whateverLooksOdd(String sign) {
    assertThat(post("a=1&" + sign).status()).isEqualTo(303);
    assertThat(fixture.kept("talk").get(0).isAccepted()).isTrue();
  }

  @Test
  void linkFlood_isSetAside() {
    post("a=" + "http%3A%2F%2Fa.example+".repeat(9));

    assertThat(fixture.kept("talk").get(0).reasons()).containsExactly("links");
  }

  @Test
  void sameTextFromOneNetwork_isSetAside_theFourthTimeUnderAnotherName() {
    for (int i = 0; i < 4; i++) {
      post("name=" + i + "&text=" + "buy+now+".repeat(6));
    }

    assertThat(fixture.kept("talk").stream().filter(Submission::isAccepted)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.example.org, true",
    "https://example.org, false",
    "null, false",
    "'', true"
  })
  void origin_decidesWhetherAFormIsReceived_butNotWhatIsAnswered(String origin, boolean received) {
    HttpCall call = call("talk").json(Map.of("a", 1));

    Reply reply = (origin.isEmpty() ? call : call.header("origin", origin)).send(function);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(fixture.kept("talk").get(0).isAccepted()).isEqualTo(received);
  }

  @ParameterizedTest
  @CsvSource({"1000, false, true", "1000, true, false", "60000, true, true", "-5000, true, true"})
  void formspree_tellsOfItsPage_whichCountsOnlyWithAnotherSign(
      long openMillis, boolean webdriver, boolean received) {
    long loadedAt = fixture.clock.instant().toEpochMilli() - openMillis;
    String session = "{\"loadedAt\":" + loadedAt + ",\"webdriver\":" + webdriver + "}";

    call("talk")
        .header("formspree-client", "@formspree/core@4.0.0")
        .header(
            "formspree-session-data",
            Base64.getEncoder().encodeToString(session.getBytes(StandardCharsets.UTF_8)))
        .json(Map.of("a", 1))
        .send(function);

    assertThat(fixture.kept("talk").get(0).isAccepted()).isEqualTo(received);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%", "e30=", "W10=", "eyJsb2FkZWRBdCI6Ing\u00E9ifQ==", "bm90IGpzb24="})
  void formspreesHeader_tellsNothing_whenItCannotBeRead(String header) {
    Reply reply =
        call("talk").header("formspree-session-data", header).json(Map.of("a", 1)).send(function);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(fixture.kept("talk").get(0).isAccepted()).isTrue();
  }
}
