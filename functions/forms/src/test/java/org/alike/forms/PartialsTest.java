package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alike.kernel.Json;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Forms that somebody has begun: saved under a link, taken up again, sent. */
class PartialsTest {
  private static final Pattern INPUT =
      Pattern.compile("<input [^>]*?name=\"([^\"]*)\"[^>]*? value=\"([^\"]*)\"");
  private final TableFixture fixture = new TableFixture();
  private final FormsReceipts receipts = fixture.receipts();

  private HttpCall create(Map<String, Object> values) {
    return HttpCall.of("POST /f/{form}/partials")
        .path("form", "contact")
        .header("host", "forms.example")
        .json(values);
  }

  private static HttpCall call(String method, Object token) {
    return HttpCall.of(method + " /partials/{token}").path("token", String.valueOf(token));
  }

  private Object token() {
    return token(create(Json.of("email", "maria@", "message", "Half a")).send(receipts));
  }

  private static Object token(Reply reply) {
    return reply.json().getOrDefault("token", "");
  }

  private Reply put(Object token, String tag, Map<String, Object> values) {
    return call("PUT", token).header("if-match", tag).json(values).send(receipts);
  }

  @Test
  void create_keepsWhatIsThere_howeverUnfinished_andTellsItsLink() {
    Reply reply = create(Json.of("email", "maria@", "message", "Half a\nsent")).send(receipts);

    assertThat(reply.status()).isEqualTo(201);
    assertThat(String.valueOf(token(reply))).matches("[A-Za-z0-9_-]{43}");
    assertThat(reply.header("location")).isEqualTo("/partials/" + token(reply));
    assertThat(reply.json())
        .containsEntry("url", "https://forms.example/partials/" + token(reply))
        .containsEntry("expires", "2026-12-23T12:00:00Z");
    Reply shown = call("GET", token(reply)).send(receipts);
    assertThat(shown.header("etag")).isEqualTo("\"1\"");
    assertThat(shown.header("cache-control")).isEqualTo("no-store");
    assertThat(shown.json())
        .containsEntry(
            "values",
            List.of(
                Map.of("name", "email", "value", "maria@"),
                Map.of("name", "message", "value", "Half a\nsent")));
  }

  @Test
  void create_keepsNothingThatAnybodyElseCouldRead_notEvenWeOurselves() {
    Reply reply =
        create(Json.of("email", "maria@example.org", "message", "ALS"))
            .header("idempotency-key", "k")
            .send(receipts);

    assertThat(fixture.dump())
        .noneMatch(item -> item.contains("maria") || item.contains("ALS"))
        .noneMatch(item -> item.contains(String.valueOf(token(reply))));
    assertThat(reply.log()).noneMatch(line -> line.contains("maria"));
  }

  @Test
  void create_isInvalid_whenNothingIsThereOrItCantBeKept() {
    List<String> before = fixture.dump();

    assertThat(create(Json.of("message", " ")).send(receipts).body()).contains("EMPTY");
    assertThat(create(Json.of("role", "owner")).send(receipts).body()).contains("UNKNOWN_FIELD");
    assertThat(create(Json.of("name", "x".repeat(101))).send(receipts).body()).contains("TOO_LONG");
    assertThat(create(Json.of("name", "a\u0000b")).send(receipts).status()).isEqualTo(422);
    assertThat(create(Json.of("name", Map.of("a", "b"))).send(receipts).status()).isEqualTo(422);
    assertThat(create(Json.of("name", "a")).path("form", "none").send(receipts).status())
        .isEqualTo(404);
    assertThat(fixture.dump()).isEqualTo(before);
  }

  @Test
  void create_makesOne_whenTheSameRequestComesTwice_andNoneOnceItWasDeleted() {
    HttpCall keyed = create(Json.of("message", "Half")).header("idempotency-key", "k");
    Object first = token(keyed.send(receipts));
    List<String> once = fixture.dump();
    Object second = token(keyed.send(receipts));

    assertThat(second).isEqualTo(first);
    assertThat(fixture.dump()).hasSameSizeAs(once);
    assertThat(create(Json.of("message", "x")).header("idempotency-key", "k").send(receipts))
        .extracting(Reply::status)
        .isEqualTo(422);
    call("DELETE", first).send(receipts);
    keyed.send(receipts);
    assertThat(call("GET", first).send(receipts).status()).isEqualTo(404);
  }

  @Test
  void create_isLimitedPerNetwork_andSendingIsNotHinderedByIt() {
    int status = 0;
    for (int i = 0; i < 31; i++) {
      status = create(Json.of("message", "Number " + i)).send(receipts).status();
    }

    assertThat(status).isEqualTo(429);
    assertThat(TableFixture.signup().send(fixture.function()).status()).isEqualTo(200);
  }

  @Test
  void put_replacesTheVersionThatWasSeen_andNoOther() {
    Object token = token();

    assertThat(call("PUT", token).json(Map.of("message", "x")).send(receipts).status())
        .isEqualTo(428);
    Reply second = put(token, "\"1\"", Map.of("message", "Half a sentence"));
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.header("etag")).isEqualTo("\"2\"");
    assertThat(put(token, "\"1\"", Map.of("message", "Stale")).status()).isEqualTo(412);
    assertThat(put(token, "\"1\"", Map.of("message", "Half a sentence")).status()).isEqualTo(200);
    assertThat(call("GET", token).send(receipts).json())
        .containsEntry("values", List.of(Map.of("name", "message", "value", "Half a sentence")));
  }

  @Test
  void link_endsThirtyDaysAfterItWasSavedLast_orWhenItIsDeleted() {
    Object token = token();
    fixture.clock.advance(Duration.ofDays(29));
    put(token, "\"1\"", Map.of("message", "More"));
    fixture.clock.advance(Duration.ofDays(29));
    assertThat(call("GET", token).send(receipts).status()).isEqualTo(200);
    fixture.clock.advance(Duration.ofDays(2));
    assertThat(call("GET", token).send(receipts).status()).isEqualTo(404);

    Object other = token();
    assertThat(call("DELETE", other).send(receipts).status()).isEqualTo(204);
    assertThat(call("GET", other).send(receipts).status()).isEqualTo(404);
    assertThat(call("GET", "nothing").send(receipts).status()).isEqualTo(404);
  }

  @Test
  void sent_deletesWhatWasSaved_butNotWhatIsOfAnotherForm() {
    Object mine = token();
    Object other =
        token(
            HttpCall.of("POST /f/{form}/partials")
                .path("form", "signup")
                .json(Map.of("displayName", "Maria"))
                .send(receipts));

    Reply refused = send("email", "nobody", "message", "Whole", "_partial", mine);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(call("GET", mine).send(receipts).status()).isEqualTo(200);

    assertThat(send("email", "maria@example.org", "message", "Whole", "_partial", mine).status())
        .isEqualTo(200);
    assertThat(send("email", "maria@example.org", "message", "2", "_partial", other).status())
        .isEqualTo(200);
    assertThat(send("email", "maria@example.org", "message", "3", "_partial", "x").status())
        .isEqualTo(200);

    assertThat(call("GET", mine).send(receipts).status()).isEqualTo(404);
    assertThat(call("GET", other).send(receipts).status()).isEqualTo(200);
    assertThat(fixture.kept("contact")).hasSize(3);
    assertThat(fixture.kept("contact"))
        .allMatch(submission -> submission.texts("_partial").isEmpty());
  }

  private Reply send(Object... values) {
    return HttpCall.of("POST /f/{form}")
        .path("form", "contact")
        .json(Json.of(values))
        .send(fixture.function());
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void sent_endsAsACleanRun_whereverItCrashedAndWasTriedAgain(Fault fault) {
    int k = 0;
    boolean reached = true;
    while (reached) {
      TableFixture crashed = new TableFixture();
      Object token = token(create(Map.of("message", "Half")).send(crashed.receipts()));
      HttpCall call =
          HttpCall.of("POST /f/{form}")
              .path("form", "contact")
              .header("idempotency-key", "k")
              .json(Json.of("email", "maria@example.org", "message", "Whole", "_partial", token));
      AtomicInteger made = new AtomicInteger();

      Reply first = call.send(crashed.function(client(k, fault, made)));
      boolean stored = !crashed.kept("contact").isEmpty();
      assertThat(call("GET", token).send(crashed.receipts()).status())
          .isEqualTo(stored ? 404 : 200);
      call.send(crashed.function());

      reached = made.get() > k;
      assertThat(first.status() == 503).isEqualTo(reached);
      assertThat(crashed.kept("contact")).hasSize(1);
      assertThat(crashed.dump()).noneMatch(item -> item.contains("content="));
      k++;
    }
    assertThat(k).isGreaterThan(4);
  }

  private static DynamoDbClient client(int k, Fault fault, AtomicInteger made) {
    return FaultyDynamo.planned(
        EmbeddedDynamo.client(),
        n -> {
          made.set(n + 1);
          return n == k ? fault : Fault.NONE;
        });
  }

  // ------------------------------------------------------------ without JavaScript

  private Reply post(String form, List<String> fields) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < fields.size(); i += 2) {
      pairs.add(encode(fields.get(i)) + "=" + encode(fields.get(i + 1)));
    }
    return HttpCall.of("POST /f/{form}")
        .path("form", form)
        .header("accept", "text/html")
        .body(TableFixture.URLENCODED, String.join("&", pairs))
        .send(fixture.function());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Reply page(String location) {
    String token = location.replaceFirst("/partials/([^?]*).*", "$1");
    return call("GET", token).header("accept", "text/html").query("saved", "1").send(receipts);
  }

  private static List<String> inputs(Reply page) {
    List<String> fields = new ArrayList<>();
    Matcher inputs = INPUT.matcher(page.body());
    while (inputs.find()) {
      boolean box = inputs.group().contains("checkbox");
      if (!box || page.body().startsWith(" checked", inputs.end())) {
        fields.addAll(List.of(inputs.group(1), inputs.group(2).replace("&quot;", "\"")));
      }
    }
    return fields;
  }

  @Test
  void button_savesTheFormAndShowsItsLink_andLaterItIsSentFromThere() {
    List<String> begun =
        List.of(
            "email", "maria@example.org",
            "displayName", "Maria",
            "conditions", "ALS",
            "_next", "https://alike.example/done",
            "_gotcha", "",
            "_save", "1");

    Reply saved = post("signup", begun);
    assertThat(saved.status()).isEqualTo(303);
    Reply page = page(saved.header("location"));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("It is saved.", "action=\"/f/signup\"", "name=\"_save\"", "Save and go on");
    assertThat(fixture.kept("signup")).isEmpty();
    assertThat(fixture.dump()).noneMatch(item -> item.contains("Maria"));

    List<String> whole = new ArrayList<>(inputs(page));
    whole.addAll(List.of("consent", "2026-11"));
    Reply sent = post("signup", whole);

    assertThat(sent.status()).as(sent.body()).isEqualTo(303);
    assertThat(sent.header("location")).startsWith("https://alike.example/done");
    assertThat(fixture.kept("signup").get(0).texts("conditions")).contains("ALS");
    assertThat(page(saved.header("location")).status()).isEqualTo(404);
  }

  @Test
  void button_savesUnderTheSameLinkAgain_andUnderAnotherWhenItWasSavedElsewhere() {
    Reply saved = post("contact", List.of("email", "a", "_save", "1"));
    List<String> first = new ArrayList<>(inputs(page(saved.header("location"))));
    first.set(first.indexOf("a"), "first@example.org");
    first.addAll(List.of("_save", "1"));
    List<String> second = new ArrayList<>(first);
    second.set(second.indexOf("first@example.org"), "second@example.org");

    assertThat(post("contact", first).header("location")).isEqualTo(saved.header("location"));
    String other = post("contact", second).header("location");

    assertThat(other).isNotEqualTo(saved.header("location"));
    assertThat(page(saved.header("location")).body()).contains("first@example.org");
    assertThat(page(other).body()).contains("second@example.org");
  }

  @Test
  void button_tellsWhatCantBeSaved_onAPage() {
    Reply reply = post("contact", List.of("message", "", "_save", "1"));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.header("content-type")).startsWith("text/html");
    assertThat(fixture.dump()).isEmpty();
  }

  @Test
  void page_deletesAfterAsking() {
    Object token = token();
    Reply question =
        call("GET", token).header("accept", "text/html").query("ask", "delete").send(receipts);
    assertThat(question.body()).contains("name=\"_method\" value=\"DELETE\"");

    Reply done =
        call("POST", token)
            .header("accept", "text/html")
            .body(TableFixture.URLENCODED, "_method=DELETE")
            .send(receipts);

    assertThat(done.status()).isEqualTo(200);
    assertThat(call("GET", token).send(receipts).status()).isEqualTo(404);
  }

  @Test
  void page_showsNothingOfWebflowsOwnFieldsAsContent() {
    fixture.put("anything", Map.of("title", "Anything"));
    Reply saved =
        post(
            "anything",
            List.of(
                "name", "Email Form", "pageId", "1", "fields[Your%20name]", "Maria", "_save", "1"));

    List<String> shown = inputs(page(saved.header("location")));

    assertThat(page(saved.header("location")).body()).contains("Maria", "Your name");
    assertThat(shown).doesNotContain("pageId", "Email Form");
  }
}
