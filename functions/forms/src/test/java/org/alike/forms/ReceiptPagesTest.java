package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;

/** What people do with the link that they were answered, in a browser without JavaScript. */
class ReceiptPagesTest {
  private static final Pattern INPUT =
      Pattern.compile("<input [^>]*?name=\"([^\"]*)\"[^>]*? value=\"([^\"]*)\"");
  private static final Pattern AREA =
      Pattern.compile("(?s)<textarea [^>]*?name=\"([^\"]*)\"[^>]*>\n(.*?)</textarea>");
  private final TableFixture fixture = new TableFixture();
  private final FormsReceipts receipts = fixture.receipts();

  /** Posts a form as a browser does, and returns the token of where it leads. */
  private String token(String form, String body) {
    Reply reply =
        HttpCall.of("POST /f/{form}")
            .path("form", form)
            .header("accept", "text/html")
            .body(TableFixture.URLENCODED, body)
            .send(fixture.function());
    assertThat(reply.status()).isEqualTo(303);
    return reply.header("location").split("/", -1)[2];
  }

  private HttpCall page(String route, String token) {
    return HttpCall.of(route)
        .path("token", token)
        .header("accept", "text/html,application/xhtml+xml");
  }

  private Reply show(String token) {
    return page("GET /receipts/{token}", token).send(receipts);
  }

  private Reply post(String route, String token, List<String> fields) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < fields.size(); i += 2) {
      pairs.add(encode(fields.get(i)) + "=" + encode(fields.get(i + 1)));
    }
    return page(route, token).body(TableFixture.URLENCODED, String.join("&", pairs)).send(receipts);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Every input of a page, as a browser would send it, line breaks included. */
  private static List<String> inputs(Reply page) {
    List<String> fields = new ArrayList<>();
    Matcher inputs = INPUT.matcher(page.body());
    while (inputs.find()) {
      fields.addAll(List.of(text(inputs.group(1)), text(inputs.group(2))));
    }
    Matcher areas = AREA.matcher(page.body());
    while (areas.find()) {
      String text = text(areas.group(2));
      fields.addAll(List.of(text(areas.group(1)), text.replaceAll("\r?\n|\r", "\r\n")));
    }
    fields.addAll(List.of("_method", "PATCH"));
    return fields;
  }

  private static String text(String html) {
    return html.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  @Test
  void thanks_leadsToTheReceipt_andBackToTheWebsite() {
    String token = token("signup", TableFixture.SIGNUP);

    Reply page = page("GET /receipts/{token}/thanks", token).send(receipts);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("cache-control")).isEqualTo("no-store");
    assertThat(page.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(page.header("content-security-policy")).contains("default-src 'none'");
    assertThat(page.body())
        .contains("Thank you! Your submission has been received!")
        .contains("href=\"/receipts/" + token + "\"")
        .contains("href=\"https://alike.example/\"")
        .contains("look into your mailbox")
        .doesNotContain("maria", "ALS");
  }

  @Test
  void thanks_leadsOnToNoOtherWebsite_thanTheFormAllows() {
    String token = token("signup", TableFixture.SIGNUP);
    HttpCall thanks = page("GET /receipts/{token}/thanks", token);

    assertThat(thanks.query("next", "https://alike.example/done").send(receipts).body())
        .contains("href=\"https://alike.example/done\"");
    for (String evil : List.of("https://evil.example/", "javascript:alert(1)", "//evil.example")) {
      assertThat(thanks.query("next", evil).send(receipts).body())
          .doesNotContain("evil", "javascript");
    }
  }

  @Test
  void receipt_speaksTheLanguageOfTheForm_orOfTheBrowser() {
    String token = token("contact", "email=maria%40example.org&message=Hola&_language=es-MX");
    String other = token("contact", "email=maria%40example.org&message=Hello");

    assertThat(show(token).body()).contains("<html lang=\"es\">", "Lo que envi\u00F3");
    assertThat(show(other).body()).contains("<html lang=\"en\">", "What you sent");
    Reply spanish =
        page("GET /receipts/{token}", other)
            .header("accept-language", "fr;q=0.9,es-ES;q=0.8")
            .send(receipts);
    assertThat(spanish.body()).contains("<html lang=\"es\">");
  }

  @Test
  void receipt_showsEverythingAsText_howeverHostile() {
    String hostile = "</textarea><script>alert(1)</script>\"' onfocus=x";
    String token = token("contact", "email=maria%40example.org&message=" + encode(hostile));

    Reply page = show(token);

    assertThat(page.body()).doesNotContain("<script").contains("&lt;script&gt;");
    assertThat(inputs(page)).contains("message", hostile);
  }

  @Test
  void save_changesNothing_whenNothingWasTouched() {
    fixture.put("anything", Map.of("title", "Anything"));
    String token =
        token(
            "anything",
            "list=a&list=&list=b&text=%0Aone%0Atwo%0D%0Athree&blank=&odd%22%3Cname=1&blank2=+");
    List<String> before = fixture.dump();

    Reply saved = post("POST /receipts/{token}", token, inputs(show(token)));

    assertThat(saved.status()).isEqualTo(303);
    assertThat(saved.header("location")).isEqualTo("/receipts/" + token + "?saved=1");
    assertThat(fixture.dump()).isEqualTo(before);
  }

  @Test
  void save_changesWhatWasTyped_andSaysSo() {
    String token = token("signup", TableFixture.SIGNUP + "&symptoms=weak+hands");
    List<String> fields = new ArrayList<>(inputs(show(token)));
    fields.set(fields.indexOf("Maria"), "Maria M.");
    fields.addAll(List.of("symptoms", "fatigue", "symptoms", ""));

    Reply saved = post("POST /receipts/{token}", token, fields);

    Submission kept = fixture.kept("signup").get(0);
    assertThat(saved.status()).as(saved.body()).isEqualTo(303);
    assertThat(kept.texts("displayName")).containsExactly("Maria M.");
    assertThat(kept.texts("symptoms")).containsExactly("weak hands", "fatigue");
    assertThat(kept.texts("email")).containsExactly("maria@example.org");
    assertThat(page("GET /receipts/{token}", token).query("saved", "1").send(receipts).body())
        .contains("Your changes are saved.");
  }

  @Test
  void save_showsWhatWasTypedAndWhatIsWrong_andKeepsNothing() {
    String token = token("contact", "email=maria%40example.org&message=Hello");
    List<String> before = fixture.dump();
    List<String> fields = new ArrayList<>(inputs(show(token)));
    fields.set(fields.indexOf("maria@example.org"), "nobody");
    fields.set(fields.indexOf("Hello"), "A long letter");

    Reply page = post("POST /receipts/{token}", token, fields);

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body())
        .contains("Please check your answers", "aria-invalid=\"true\"", "A long letter")
        .contains("Enter an e-mail address such as name@example.org.");
    assertThat(inputs(page)).contains("nobody", "A long letter");
    assertThat(fixture.dump()).isEqualTo(before);
  }

  @Test
  void save_keepsWhatWasTyped_whenItWasChangedInAnotherWindow() {
    String token = token("contact", "email=maria%40example.org&message=Hello");
    List<String> first = new ArrayList<>(inputs(show(token)));
    List<String> second = new ArrayList<>(first);
    first.set(first.indexOf("Hello"), "First");
    second.set(second.indexOf("Hello"), "Second");
    post("POST /receipts/{token}", token, first);

    Reply stale = post("POST /receipts/{token}", token, second);

    assertThat(stale.status()).isEqualTo(412);
    assertThat(inputs(stale)).contains("Second");
    assertThat(post("POST /receipts/{token}", token, inputs(stale)).status()).isEqualTo(303);
    assertThat(fixture.kept("contact").get(0).texts("message")).containsExactly("Second");
  }

  @Test
  void save_asksBack_whatMeansSeveral() {
    String token = token("signup", TableFixture.SIGNUP);
    List<String> fields = new ArrayList<>(inputs(show(token)));
    fields.set(fields.indexOf("ALS"), "diabetes");

    Reply page = post("POST /receipts/{token}", token, fields);

    assertThat(page.status()).isEqualTo(422);
    assertThat(page.body())
        .contains("Which one do you mean?", "name=\"_method\" value=\"PATCH\"")
        .contains("name=\"_asTyped\" value=\"diabetes\"");
    fields.addAll(List.of("_asTyped", "diabetes"));
    assertThat(post("POST /receipts/{token}", token, fields).status()).isEqualTo(303);
    assertThat(fixture.kept("signup").get(0).texts("conditions")).containsExactly("diabetes");
  }

  @Test
  void withdraw_asksFirst_thenDeletesAndSaysSo() {
    String token = token("contact", "email=maria%40example.org&message=Hello");
    Reply question = page("GET /receipts/{token}", token).query("ask", "withdraw").send(receipts);
    assertThat(question.body())
        .contains("name=\"_method\" value=\"DELETE\"", "action=\"/receipts/" + token + "\"");
    assertThat(fixture.kept("contact")).hasSize(1);

    Reply done = post("POST /receipts/{token}", token, List.of("_method", "DELETE"));

    assertThat(done.status()).isEqualTo(303);
    assertThat(done.header("location")).isEqualTo("/receipts/" + token);
    assertThat(fixture.kept("contact")).isEmpty();
    assertThat(show(token).status()).isEqualTo(410);
    assertThat(show(token).body()).contains("It is withdrawn");
  }

  @Test
  void revoke_asksFirst_thenEndsTheLink() {
    String token = token("contact", "email=maria%40example.org&message=Hello");
    Reply question = page("GET /receipts/{token}", token).query("ask", "revoke").send(receipts);
    assertThat(question.body()).contains("action=\"/receipts/" + token + "/link\"");

    Reply done = post("POST /receipts/{token}/link", token, List.of("_method", "DELETE"));

    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body()).contains("The link has ended");
    assertThat(show(token).status()).isEqualTo(404);
    assertThat(fixture.kept("contact")).hasSize(1);
  }

  @Test
  void post_doesNothing_whenItSaysNotWhat() {
    String token = token("contact", "email=maria%40example.org&message=Hello");
    List<String> before = fixture.dump();

    assertThat(post("POST /receipts/{token}", token, List.of("a", "b")).status()).isEqualTo(422);
    assertThat(post("POST /receipts/{token}/link", token, List.of("a", "b")).status())
        .isEqualTo(422);
    assertThat(post("POST /receipts/{token}", "nothing", List.of("_method", "PATCH")).status())
        .isEqualTo(404);
    assertThat(fixture.dump()).isEqualTo(before);
  }
}
