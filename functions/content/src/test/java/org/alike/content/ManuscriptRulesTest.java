package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManuscriptRulesTest {
  private static final String SOUND =
      Json.write(
          Published.manuscript(
                  Written.condition("migraine"),
                  Written.variant("migraine", "es", "overview", "symptoms"),
                  Written.variant("migraine", "plain", "treatments"))
              .toJson());

  private final ManuscriptRules rules = new ManuscriptRules(Vocabulary.standard());

  @Test
  void manuscript_isReadBackAsItWasWritten() {
    Manuscript read = rules.read(Json.object(SOUND));

    assertThat(Json.write(read.toJson())).isEqualTo(SOUND);
    assertThat(read.languages()).containsExactly("en", "es");
    assertThat(read.nearest(new Reading("es", Level.PLAIN)).reading().key())
        .isEqualTo("es/standard");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "slug":"migraine"      | "slug":"neurological-conditions" | /slug unknown
          "slug":"migraine"      | "slug":7                     | /slug type
          "covers":[]            | "covers":["epilepsy"]        | /covers/0 unknown
          "covers":[]            | "covers":["migraine"]        | /covers/0 unknown
          "symptoms":[]          | "symptoms":["nausea","no"]   | /symptoms/1 unknown
          "symptoms":[]          | "symptoms":["nausea","nausea"] | /symptoms/1 twice
          "treatments":[]        | "treatments":"riluzole"      | /treatments type
          "alsoKnownAs":[]       | "alsoKnownAs":["fits"]       | /alsoKnownAs/0 ambiguous
          "alsoKnownAs":[]       | "alsoKnownAs":[""]           | /alsoKnownAs/0 one-line
          "id":"guide"           | "id":"A guide"               | /sources/0/id shape
          https://example.org    | http://example.org           | /sources/0/url address
          https://example.org    | javascript:example.org       | /sources/0/url address
          "publisher":"An institute" | "publisher":""           | /sources/0/publisher required
          "summary":"In short."  | "summary":"In\\nshort."       | /variants/0/summary one-line
          "summary":"In short."  | "summary":"In short.","mood":1 | /variants/0 unknown
          "lang":"es"            | "lang":"Spanish"             | /variants/1/lang shape
          "lang":"es"            | "lang":"en"                  | /variants/1/lang twice
          "lang":"es"            | "lang":"en"                  | /variants/1/name not-here
          "name":"Nombre",       |                              | /variants/1/name required
          "name":"Nombre"        | "name":"Nom\\nbre"            | /variants/1/name one-line
          "level":"plain"        | "level":"easy"               | /variants/2/level choice
          "id":"urgent-help"     | "id":"outlook"               | /variants/0/sections required
          "id":"urgent-help"     | "id":"hope"                  | /variants/0/sections/5/id choice
          "id":"urgent-help"     | "id":"overview"              | /variants/0/sections/5/id twice
          "nextReview":"2027-05-23" | "nextReview":"2026-11-23" | /variants/1/sections/0/nextReview order
          "nextReview":"2027-05-23" | "nextReview":"23.5.2027"  | /variants/1/sections/0/nextReview date
          "sources":["guide"]}   | "sources":["rumour"]}        | /variants/0/sections/0/sources/0 unknown
          "sources":["guide"]}   | "sources":[]}                | /variants/0/sections/0/sources required
          "Words on overview."   | "# Loud"                     | /variants/0/sections/0/markdown heading
          "Words on overview."   | "[a]: https://b.example"     | /variants/0/sections/0/markdown required
          "Words on overview."   | "\\u202e"                     | /variants/0/sections/0/markdown characters
          "Words on overview."   | "> > > > > > > > > > > deep" | /variants/0/sections/0/markdown nesting
          """)
  void manuscript_isRefusedWithAPointer_whenItBreaksARule(
      String right, @Nullable String wrong, String broken) {
    assertThat(SOUND).contains(right);

    assertThat(
            broken(
                SOUND.replaceFirst(
                    Pattern.quote(right), Matcher.quoteReplacement(wrong == null ? "" : wrong))))
        .contains(broken);
  }

  @Test
  void everyBrokenRule_isTold() {
    String text =
        SOUND
            .replace("\"slug\":\"migraine\"", "\"slug\":\"no\"")
            .replace("https:", "http:")
            .replace("In short.", "")
            .replace("2027-05-23", "soon");

    assertThat(broken(text))
        .containsExactly(
            "/slug unknown",
            "/sources/0/url address",
            "/variants/0/summary required",
            "/variants/1/sections/0/nextReview date",
            "/variants/1/sections/1/nextReview date",
            "/variants/2/sections/0/nextReview date");
  }

  @Test
  void manuscript_isRefused_whenThereIsNoEnglishStandardText() {
    Map<String, Object> json = Json.object(SOUND);
    List<Map<String, Object>> variants = Events.objects(json.get("variants"));

    json.put("variants", variants.subList(1, 3));
    assertThat(broken(Json.write(json))).contains("/variants required");
    json.put("variants", List.of());
    assertThat(broken(Json.write(json))).contains("/variants required");
  }

  @Test
  void manuscript_isRefused_whenItIsTooLarge() {
    String long20000 = "word ".repeat(4_000);
    Manuscript large = rules.read(Json.object(SOUND.replace("Words on overview.", long20000)));
    assertThat(large.first().sections().get(0).markdown()).hasSize(19_999);

    assertThat(broken(SOUND.replace("Words on overview.", long20000 + "word ")))
        .contains("/variants/0/sections/0/markdown too-long");
    Failure tooLarge =
        catchThrowableOfType(
            Failure.class,
            () -> rules.read(Json.object(SOUND.replace("Words on", long20000 + long20000))));
    assertThat(tooLarge.kind()).isEqualTo(Failure.Kind.TOO_LARGE);
  }

  @Test
  void edition_isRefused_whenAPageOfItWouldBeTooLong() {
    String text = "word ".repeat(1_500);
    Manuscript manuscript = rules.read(Json.object(SOUND.replace("Words on", text)));

    Failure refused =
        catchThrowableOfType(Failure.class, () -> Edition.of(manuscript, Vocabulary.standard()));

    assertThat(refused.violations().get(0).pointer()).isEqualTo("/variants/0");
    assertThat(refused.violations().get(0).code()).isEqualTo("too-long");
  }

  private List<String> broken(String json) {
    Failure refused = catchThrowableOfType(Failure.class, () -> rules.read(Json.object(json)));
    assertThat(refused).as("refused").isNotNull();
    return refused.violations().stream()
        .map(violation -> violation.pointer() + " " + violation.code())
        .toList();
  }
}
