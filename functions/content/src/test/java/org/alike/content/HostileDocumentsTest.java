package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever an editor's program sends: every mistake is told with its place, and nothing is kept.
 */
class HostileDocumentsTest {
  private static final String SOUND = Json.write(Newsroom.body("Words", "draft"));
  private final Newsroom room = new Newsroom();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "state":"draft"              | "state":"removed"                      | /state
          "state":"draft"              | "state":7                              | /state
          "state":"draft"              | "state":"published"                    | /note
          "state":"draft"              | "state":"scheduled","note":"x"         | /publishAt
          "state":"draft"              | "publishAt":"2026-11-24T12:00:00Z"     | /publishAt
          "state":"draft"              | "note":7                               | /note
          "state":"draft"              | "author":"me"                          | ''
          "state":"draft"              | "revision":9                           | ''
          "slug":"migraine"            | "slug":"epilepsy"                      | /document/slug
          "slug":"migraine"            | "slug":"no-such-condition"             | /document/slug
          "slug":"migraine"            | "slug":"migraine","version":9          | /document
          "covers":[]                  | "covers":["epilepsy"]                  | /document/covers/0
          "symptoms":[]                | "symptoms":["no-such-symptom"]         | /document/symptoms/0
          "symptoms":[]                | "symptoms":[null]                      | /document/symptoms
          "variants":[                 | "variants":7,"x":[                     | /document/variants
          "level":"standard"           | "level":"expert"                       | /document/variants/0/level
          "markdown":"Words"           | "markdown":"\\ud800"                   | /document/variants/0/sections/0/markdown
          "markdown":"Words"           | "markdown":"a\\u0000b"                 | /document/variants/0/sections/0/markdown
          "markdown":"Words"           | "markdown":"a\\u202eb"                 | /document/variants/0/sections/0/markdown
          "markdown":"Words"           | "markdown":null                        | /document/variants/0/sections/0/markdown
          "markdown":"Words"           | "markdown":["x"]                       | /document/variants/0/sections/0/markdown
          "heading":"About overview"   | "heading":"a\\nb"                      | /document/variants/0/sections/0/heading
          https://example.org/guide    | javascript:alert(1)                    | /document/sources/0/url
          """)
  void document_isRefused_withThePlaceOfTheMistake(String what, String instead, String pointer) {
    assertThat(SOUND).contains(what);
    Reply reply =
        refused(SOUND.replaceFirst(Pattern.quote(what), Matcher.quoteReplacement(instead)));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(pointers(reply)).contains(pointer);
  }

  @Test
  void everyMistake_isToldAtOnce() {
    Reply reply =
        refused(
            SOUND
                .replace("\"state\":\"draft\"", "\"state\":\"published\",\"x\":1")
                .replace("\"heading\":\"About overview\"", "\"heading\":\"\"")
                .replace("\"nextReview\":\"2027-11-23\"", "\"nextReview\":\"2020-01-01\"")
                .replace("https://example.org/guide", "http://example.org"));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(pointers(reply))
        .contains(
            "/note",
            "",
            "/document/sources/0/url",
            "/document/variants/0/sections/0/heading",
            "/document/variants/0/sections/0/nextReview",
            "/document/variants/0/sections/5/nextReview");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"document\":null}",
        "{\"document\":[]}",
        "{\"document\":{}}",
        "{\"document\":\"x\"}",
        "{\"document\":{\"slug\":\"migraine\",\"variants\":[{}]}}",
        "{\"document\":{\"slug\":\"migraine\",\"variants\":[{\"sections\":[{}]}]}}"
      })
  void document_isRefused_whenItIsNone(String body) {
    assertThat(refused(body).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "[]", "7", "{\"document\":{},\"document\":{}}", "{} {}"})
  void body_isRefused_whenItIsNoObject(String body) {
    assertThat(refused(body).status()).isEqualTo(400);
  }

  static Stream<String> hostileMarkdown() {
    return Hostile.markdown();
  }

  @ParameterizedTest
  @MethodSource("hostileMarkdown")
  void hostileMarkdown_endsAsTextOrIsRefused(String markdown) {
    Map<String, Object> body = Map.of("document", document(markdown));
    Reply reply = put(Json.write(body));

    assertThat(reply.status()).isIn(200, 422);
    if (reply.status() == 200) {
      HttpCall call = HttpCall.of("POST /conditions/{slug}/preview").path("slug", Newsroom.SLUG);
      Reply preview = room.send(Newsroom.as("ed", call.json(body)));
      Map<String, Object> section = Events.objects(preview.json().get("sections")).get(0);
      Elements elements = Jsoup.parse(String.valueOf(section.get("html"))).body().select("* *");
      assertThat(elements.eachAttr("href")).noneMatch(to -> to.matches("(?i)\\s*(java|vb|data).*"));
      assertThat(elements.select("script, img, svg, iframe, style, form, object")).isEmpty();
      assertThat(elements.select("[^on], [style]")).isEmpty();
    }
  }

  @Test
  void document_isRefused_whenItIsTooLarge() {
    Map<String, Object> document = Newsroom.document("Words");
    document.put("x", "y".repeat(ManuscriptRules.MAX_BYTES));

    assertThat(refused(Json.write(Map.of("document", document))).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource({"0, 422", "1, 200", "500, 200", "501, 422"})
  void note_hasOneTo500Characters(int length, int status) {
    Map<String, Object> body = Newsroom.body("Words", "published");
    body.put("note", "\uD83D\uDE42".repeat(length));

    assertThat(put(Json.write(body)).status()).isEqualTo(status);
  }

  @Test
  void mediaType_isRefused_unlessJson() {
    HttpCall call =
        HttpCall.of("PUT /conditions/{slug}")
            .path("slug", Newsroom.SLUG)
            .header("if-none-match", "*")
            .body("text/plain", SOUND);

    assertThat(room.send(Newsroom.as("ed", call)).status()).isEqualTo(415);
  }

  private static Map<String, Object> document(String markdown) {
    Map<String, Object> document = Json.trusted(Json.write(Newsroom.document("Words")));
    Map<String, Object> first = Events.objects(document.get("variants")).get(0);
    Events.objects(first.get("sections")).get(0).put("markdown", markdown);
    return document;
  }

  private Reply put(String body) {
    HttpCall call =
        HttpCall.of("PUT /conditions/{slug}")
            .path("slug", Newsroom.SLUG)
            .header("if-none-match", "*")
            .body("application/json", body);
    return room.send(Newsroom.as("ed", call));
  }

  private Reply refused(String body) {
    List<String> before = room.dump();
    Reply reply = put(body);
    assertThat(room.dump()).isEqualTo(before);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    return reply;
  }

  private static List<String> pointers(Reply reply) {
    List<String> pointers = new ArrayList<>();
    Events.objects(reply.json().get("errors"))
        .forEach(error -> pointers.add(String.valueOf(error.get("pointer"))));
    return pointers;
  }
}
