package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.alike.kernel.Environment;
import org.alike.kernel.Ids;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MovableClock;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsFunctionTest {
  private static final String URLENCODED = "application/x-www-form-urlencoded";
  private static final String MINIMAL =
      "email=maria%40example.org&displayName=Maria&conditions=ALS&consent=2026-11";
  private final MovableClock clock = MovableClock.atNoon();
  private final InMemorySubmissionStore store = new InMemorySubmissionStore(clock);
  private final FormsFunction function =
      new FormsFunction(
          Environment.of(Map.of("SITE_URL", "https://alike.example", "MINIMUM_AGE", "16")),
          store,
          new InMemoryUploadStore(),
          new InMemoryFileStore(),
          id -> Optional.empty(),
          new Ids(clock, new Random(1)),
          clock);

  private static HttpCall call(String form) {
    return HttpCall.of("POST /f/{form}").path("form", form);
  }

  private Reply post(String body) {
    return call("signup").header("accept", "text/html").body(URLENCODED, body).send(function);
  }

  private Reply script(String form, String body) {
    return call(form).header("accept", "application/json").body(URLENCODED, body).send(function);
  }

  @Test
  void submit_sendsTheBrowserOn_whenAFormPostsByItself() {
    Reply reply = post(MINIMAL);

    assertThat(reply.status()).isEqualTo(303);
    assertThat(reply.header("location")).matches("/receipts/[A-Za-z0-9_-]{60,90}/thanks");
    assertThat(store.kept()).hasSize(1);
  }

  @Test
  void submit_answersWhatEveryClientUnderstands_whenAScriptAsks() {
    Reply reply = script("signup", MINIMAL);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json())
        .containsEntry("ok", true)
        .containsEntry("success", true)
        .containsEntry("code", 200)
        .containsEntry("message", "Thank you! Your submission has been received!")
        .containsEntry("next", "https://alike.example/thanks.html")
        .containsEntry("submissionId", store.kept().get(0).id())
        .containsKey("receipt")
        .doesNotContainKeys("error", "errors");
  }

  @Test
  void submit_keepsEverythingAsSent_whateverItIs() {
    script("signup", MINIMAL + "&conditions=&conditions=Lou+Gehrig%E2%80%99s&treatments=");

    assertThat(store.kept().get(0).values())
        .containsExactly(
            new Submission.Value("email", "maria@example.org"),
            new Submission.Value("displayName", "Maria"),
            new Submission.Value("conditions", "ALS"),
            new Submission.Value("consent", "2026-11"),
            new Submission.Value("conditions", ""),
            new Submission.Value("conditions", "Lou Gehrig\u2019s"),
            new Submission.Value("treatments", ""));
    assertThat(store.kept().get(0).expires()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
  }

  @Test
  void submit_takesNumbersListsAndLineBreaks_whenSentAsJson() {
    Reply signup =
        call("signup")
            .json(
                Json.of(
                    "email", "maria@example.org",
                    "displayName", "Maria \uD83D\uDC4B\uD83C\uDFFD",
                    "conditions", List.of("ALS", "asthma"),
                    "birthYear", 1970,
                    "consent", "2026-11"))
            .send(function);
    Reply contact =
        call("contact")
            .json(Json.of("email", "maria@example.org", "message", " one\r\n\ttwo\n"))
            .send(function);

    assertThat(signup.status()).isEqualTo(200);
    assertThat(contact.status()).isEqualTo(200);
    assertThat(store.kept().get(0).values())
        .contains(
            new Submission.Value("conditions", "asthma"),
            new Submission.Value("birthYear", "1970"));
    assertThat(store.kept().get(1).values())
        .contains(new Submission.Value("message", " one\r\n\ttwo\n"));
    assertThat(store.kept().get(1).purpose()).isEqualTo(Purpose.INBOX);
  }

  @Test
  void submit_makesOneRecord_whenTheSamePersonSendsTheSameAgainWithinAMinute() {
    Object first = script("signup", MINIMAL).json().get("submissionId");
    clock.advance(Duration.ofSeconds(59));
    Object second = script("signup", MINIMAL).json().get("submissionId");

    assertThat(second).isEqualTo(first);
    assertThat(store.kept()).hasSize(1);

    clock.advance(Duration.ofSeconds(1));
    script("signup", MINIMAL);
    assertThat(store.kept()).hasSize(2);
  }

  @Test
  void submit_looksLikeSuccessAndQuarantines_whenTheTrapIsFilled() {
    Reply reply = script("signup", MINIMAL + "&_gotcha=http%3A%2F%2Fspam.example");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).containsKeys("ok", "next", "submissionId");
    assertThat(store.kept().get(0).isAccepted()).isFalse();
    assertThat(store.kept().get(0).reason()).contains("honeypot");
  }

  @Test
  void submit_keepsARealSubmission_whenAnEarlierOneFellIntoTheTrap() {
    script("signup", MINIMAL + "&_gotcha=x");
    script("signup", MINIMAL + "&_gotcha=");

    assertThat(store.kept()).extracting(Submission::isAccepted).containsExactly(false, true);
  }

  @Test
  void submit_namesEveryWrongField_whenAScriptAsks() {
    Reply reply =
        script(
            "signup",
            "email=nobody&displayName=&birthYear=old&country=XX&consent=2020-01&role=admin");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    assertThat(reply.json())
        .containsEntry("status", 422)
        .containsEntry("ok", false)
        .containsEntry("success", false)
        .containsEntry("code", 422)
        .containsKeys("type", "title", "detail", "instance", "error", "message");
    assertThat(errors(reply))
        .containsExactly(
            "UNKNOWN_FIELD",
            "email TYPE_EMAIL",
            "displayName REQUIRED_FIELD_EMPTY",
            "conditions REQUIRED_FIELD_MISSING",
            "consent CONSENT_OUTDATED",
            "birthYear TYPE_NUMERIC",
            "country NOT_A_CHOICE");
    assertThat(store.kept()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2010, ''", "2011, birthYear TOO_YOUNG", "2027, birthYear TOO_LARGE"})
  void submit_refusesWhoIsTooYoung_andKeepsNothing(String birthYear, String error) {
    Reply reply = script("signup", MINIMAL + "&birthYear=" + birthYear);

    assertThat(String.join(" ", errors(reply))).isEqualTo(error);
    assertThat(store.kept()).hasSize(error.isEmpty() ? 1 : 0);
  }

  @Test
  void submit_answersPlainJson_whenAFormServicesOwnClientAsks() {
    Reply reply =
        call("signup")
            .header("accept", "application/json")
            .header("formspree-client", "@formspree/core@4.0.0")
            .body(URLENCODED, "email=nobody")
            .send(function);

    assertThat(reply.header("content-type")).startsWith("application/json");
  }

  @Test
  void submit_showsAPageThatNamesTheFields_whenAPlainFormIsWrong() {
    Reply reply = post("email=%3Cscript%3E&displayName=secretname&consent=2026-11");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.header("content-type")).startsWith("text/html");
    assertThat(reply.body())
        .contains("E-mail address: Enter an e-mail address", "Your conditions: This is needed.")
        .doesNotContain("script", "secretname");
  }

  @ParameterizedTest
  @CsvSource({
    "thanks.html, ''",
    "/thanks.html?x=1#top, https://alike.example/thanks.html?x=1#top",
    "https://alike.example/done, https://alike.example/done",
    "%2F%2Fevil.example, https://alike.example/%2F%2Fevil.example",
    "/%5Cevil.example, https://alike.example/%5Cevil.example",
  })
  void submit_leadsToTheFormsOwnWebsite_whenNextSaysSo(String next, String expected) {
    String encoded = URLEncoder.encode(next, StandardCharsets.UTF_8);

    String location = post(MINIMAL + "&_next=" + encoded).header("location");

    assertThat(location.replaceFirst("(#receipt=|/receipts/).*", "")).isEqualTo(expected);
  }

  @Test
  void submit_handsTheReceiptToNobodyElse_whenNextIsAnotherWebsite() {
    String other = "https://partner.example";
    TableFixture fixture = new TableFixture();
    fixture.put("anything", Map.of("title", "Anything", "redirects", List.of(other)));

    Reply reply =
        call("anything")
            .header("accept", "text/html")
            .body(URLENCODED, "a=b&_next=https%3A%2F%2Fpartner.example%2Fdone")
            .send(fixture.function());

    assertThat(reply.header("location")).isEqualTo(other + "/done");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example/",
        "https://good@evil.example/",
        "https://alike.example@evil.example/",
        "https://alike.example.evil.example/",
        "https://alike.example:444/",
        "http://alike.example/",
        "HTTPS://evil.example",
        "https:evil.example",
        "https:/evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "thanks.html\r\nset-cookie: a=b",
        "/\t/evil.example",
        "/../..//evil.example",
      })
  void submit_refusesToLeadElsewhere_whateverTheSpelling(String next) {
    String encoded = URLEncoder.encode(next, StandardCharsets.UTF_8);

    Reply reply = post(MINIMAL + "&_next=" + encoded);

    if (reply.status() == 303) {
      assertThat(reply.header("location")).startsWith("https://alike.example/");
      assertThat(reply.header("location")).doesNotContain("\\", "\n");
    } else {
      assertThat(reply.status()).isEqualTo(422);
      assertThat(store.kept()).isEmpty();
    }
  }

  @Test
  void submit_findsNothing_whenThereIsNoSuchForm() {
    Reply reply = script("newsletter", MINIMAL);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(errors(reply)).containsExactly("FORM_NOT_FOUND");
  }

  @Test
  void get_storesNothingAndIsRefused_evenWithAnswersInItsQuery() {
    Reply reply =
        HttpCall.of("ANY /f/{form}")
            .method("GET")
            .path("form", "signup")
            .query("email", "maria@example.org")
            .send(function);

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("allow")).isEqualTo("POST");
    assertThat(store.kept()).isEmpty();
    assertThat(reply.log()).noneMatch(line -> line.contains("maria"));
  }

  private static List<String> errors(Reply reply) {
    return reply.json().get("errors") instanceof List<?> list
        ? list.stream().map(FormsFunctionTest::error).toList()
        : List.of();
  }

  private static String error(Object error) {
    Map<String, Object> json = Json.asObject(error).orElseThrow();
    return (json.getOrDefault("field", "") + " " + json.get("code")).strip();
  }

  @Test
  void submit_asksBackAndStoresNothing_whenWordsMeanSeveralConditions() {
    Reply reply = script("signup", MINIMAL + "&conditions=diabetes");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body())
        .contains("\"code\":\"AMBIGUOUS\"", "\"field\":\"conditions\"")
        .contains("Which one do you mean: ", "Diabetes Type 2", "diabetes of any type");
    assertThat(store.kept()).isEmpty();
  }

  @Test
  void submit_asksOnAPageThatSendsEverythingAgain_whenAFormPostsByItself() {
    Reply reply = post(MINIMAL + "&conditions=diabetes&symptoms=%3Cb%3Etingling");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body())
        .contains("You wrote \u201Cdiabetes\u201D. Which one do you mean?")
        .contains("<select required id=\"question-1\" name=\"conditions\">")
        .contains("<option value=\"Diabetes Type 2 (T2D)\">")
        .contains("<option value=\"diabetes\">None of these: keep my own words</option>")
        .contains("<input type=\"hidden\" name=\"_asTyped\" value=\"diabetes\">")
        .contains("<input type=\"hidden\" name=\"email\" value=\"maria@example.org\">")
        .contains("<input type=\"hidden\" name=\"conditions\" value=\"ALS\">")
        .contains("value=\"&lt;b&gt;tingling\"")
        .doesNotContain("<b>");
    assertThat(reply.header("content-security-policy"))
        .contains("form-action 'self' https://alike.example");
    assertThat(store.kept()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "diabetes+of+any+type",
        "Diabetes+Type+2+%28T2D%29",
        "diabetes&_asTyped=diabetes",
        "no+such+condition"
      })
  void submit_asksNothing_whenTheAnswerIsClearOrToBeKept(String conditions) {
    Reply reply = post(MINIMAL + "&conditions=" + conditions);

    assertThat(reply.status()).isEqualTo(303);
    assertThat(store.kept().get(0).values())
        .extracting(Submission.Value::name)
        .doesNotContain(Controls.AS_TYPED);
  }
}
