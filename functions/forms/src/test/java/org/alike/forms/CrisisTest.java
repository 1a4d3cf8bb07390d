package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever writes that they may be in danger is shown help, and nothing is held back. */
class CrisisTest {
  private static final String DANGER = "I don't want to live any more";
  private final TableFixture fixture = new TableFixture();
  private final FormsReceipts receipts = fixture.receipts();

  private HttpCall contact(String message) {
    return HttpCall.of("POST /f/{form}")
        .path("form", "contact")
        .json(Map.of("email", "maria@example.org", "message", message));
  }

  private static Map<String, Object> help(Reply reply) {
    return Json.asObject(reply.json().get("help")).orElse(Map.of());
  }

  @Test
  void submit_storesEverythingAndShowsHelp_whenWordsSaySo() {
    Reply reply = contact(DANGER).header("accept-language", "en-GB").send(fixture.function());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).containsEntry("success", true).containsKeys("receipt", "next");
    assertThat(help(reply))
        .containsEntry("country", "GB")
        .containsEntry("language", "en")
        .containsEntry("emergency", "In danger right now? Call 999.");
    assertThat(String.valueOf(help(reply).get("lines")))
        .contains("Samaritans", "116 123", "findahelpline.com");
    Submission kept = fixture.kept("contact").get(0);
    assertThat(kept.urgent()).isTrue();
    assertThat(kept.isAccepted()).isTrue();
    assertThat(kept.texts("message")).containsExactly(DANGER);
    assertThat(reply.log()).noneMatch(line -> line.contains("urgent") || line.contains("live"));
  }

  @Test
  void submit_saysNothingOfIt_whenNothingSaysSo() {
    Reply reply = contact("suicide gene therapy").send(fixture.function());

    assertThat(reply.json()).doesNotContainKey("help");
    assertThat(fixture.kept("contact").get(0).urgent()).isFalse();
    assertThat(fixture.dump()).noneMatch(item -> item.contains("urgent"));
  }

  @ParameterizedTest
  @CsvSource({
    "de-AT, , AT, de, 142",
    "de, , DE, de, 0800 111 0 111",
    "fr-CA, , CA, fr, 988",
    "es-MX, , MX, es, 800 911 2000",
    "es-ES;q=0.5, , ES, es, 024",
    "'en-XX,en', , , en, findahelpline.com",
    "'', , , en, findahelpline.com",
    "'ja', , , en, findahelpline.com",
    "en-US, FR, FR, en, 3114",
    "pt-BR, , BR, pt, 188",
    "../../signup, ../x, , en, findahelpline.com"
  })
  void help_isThatOfTheirCountryAndLanguage_orOfAnywhere(
      String accept, String network, String country, String language, String contact) {
    HttpCall call = contact(DANGER).header("accept-language", accept);
    Reply reply =
        (network == null ? call : call.header("cloudfront-viewer-country", network))
            .send(fixture.function());

    assertThat(help(reply).get("country")).isEqualTo(country);
    assertThat(help(reply)).containsEntry("language", language);
    assertThat(String.valueOf(help(reply).get("lines"))).contains(contact);
  }

  @Test
  void help_isThatOfTheCountryThatTheyNamed_andInTheLanguageOfTheForm() {
    Reply reply =
        TableFixture.signup()
            .body(
                TableFixture.URLENCODED,
                TableFixture.SIGNUP
                    + "&country=ES&_language=es&symptoms=ya+no+quiero+vivir&_asTyped="
                    + "ya+no+quiero+vivir")
            .header("accept-language", "en-US")
            .send(fixture.function());

    assertThat(help(reply)).containsEntry("country", "ES").containsEntry("language", "es");
  }

  @Test
  void page_showsHelpFirst_evenWhenTheFormLeadsToAnotherPage() {
    Reply sent =
        HttpCall.of("POST /f/{form}")
            .path("form", "contact")
            .header("accept", "text/html")
            .body(
                TableFixture.URLENCODED,
                "email=maria%40example.org&message=I+want+to+die"
                    + "&_next=https%3A%2F%2Falike.example%2Fdone")
            .send(fixture.function());

    assertThat(sent.status()).isEqualTo(303);
    String token = sent.header("location").split("/", -1)[2];
    assertThat(sent.header("location"))
        .isEqualTo("/receipts/" + token + "/thanks?next=https%3A%2F%2Falike.example%2Fdone");
    Reply page =
        HttpCall.of("GET /receipts/{token}/thanks")
            .path("token", token)
            .header("accept", "text/html")
            .header("accept-language", "es-AR")
            .query("next", "https://alike.example/done")
            .send(receipts);
    assertThat(page.body())
        .contains("No est\u00E1 solo", "135", "findahelpline.com", "https://alike.example/done")
        .contains("\u00A1Gracias!");
    assertThat(page.body().indexOf("No est\u00E1 solo"))
        .isLessThan(page.body().indexOf("/receipts/"));
  }

  @Test
  void correction_showsHelpToo_andWhatWasUrgentStaysSo() {
    String token =
        String.valueOf(contact("Hello").send(fixture.function()).json().get("receipt"))
            .replaceFirst(".*/", "");

    Reply worse = correct(token, DANGER);
    Reply better = correct(token, "I feel better");

    assertThat(help(worse)).containsKey("lines");
    assertThat(help(better)).containsKey("lines");
    assertThat(fixture.kept("contact").get(0).urgent()).isTrue();
  }

  private Reply correct(String token, String message) {
    return HttpCall.of("PATCH /receipts/{token}")
        .path("token", token)
        .header("if-match", "*")
        .json(Map.of("values", Map.of("message", message)))
        .send(receipts);
  }

  @Test
  void saving_showsHelpToo_andKeepsNoMarkOfIt() {
    Reply saved =
        HttpCall.of("POST /f/{form}/partials")
            .path("form", "contact")
            .json(Map.of("message", DANGER))
            .send(receipts);

    assertThat(help(saved)).containsKey("lines");
    assertThat(fixture.dump()).noneMatch(item -> item.contains("urgent"));
  }

  @Test
  void lines_areWholeForEveryCountry() throws IOException {
    List<String> poor = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/forms/crisis/lines"))) {
      for (Path file : files.toList()) {
        Map<String, Object> json = Json.trusted(Files.readString(file));
        boolean whole =
            json.get("emergency") instanceof String
                && json.get("lines") instanceof List<?> lines
                && !lines.isEmpty()
                && lines.stream()
                    .map(line -> Json.asObject(line).orElse(Map.of()))
                    .allMatch(
                        line ->
                            line.get("name") instanceof String
                                && line.get("contact") instanceof String
                                && String.valueOf(line.get("url")).startsWith("https://"));
        if (!whole) {
          poor.add(String.valueOf(file.getFileName()));
        }
      }
    }
    assertThat(poor).isEmpty();
  }
}
