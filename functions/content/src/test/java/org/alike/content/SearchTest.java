package org.alike.content;

import static org.alike.content.InMemoryPages.page;
import static org.alike.content.InMemoryPages.part;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.alike.kernel.HttpEndpoint;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MovableClock;
import org.alike.testkit.Reply;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a patient types finds the right section of the right page. */
class SearchTest {
  private final InMemoryPages pages = new InMemoryPages();
  private final HttpEndpoint endpoint =
      HttpEndpoint.of("ContentFunction", MovableClock.atNoon())
          .on("GET /search", new Search(pages, Vocabulary.standard())::answer);

  @Test
  void patientsWords_findWhatTheyMean_byItsOtherNames() {
    pages
        .with("parkinsons-disease", "Some people have trouble swallowing. Tremor is common.")
        .with("migraine", "A swallow is a bird.")
        .with("epilepsy", "Seizures are short.");

    Reply reply = search("cant swallow");

    assertThat(slugs(reply)).startsWith("parkinsons-disease").doesNotContain("epilepsy");
    assertThat(objects(reply, "understood"))
        .containsExactly(
            Json.of(
                "kind", "symptom",
                "id", "trouble-swallowing",
                "name", "Trouble swallowing",
                "matched", "can't swallow"));
    assertThat(marked(items(reply).get(0)))
        .isEqualTo("Some people have [trouble swallowing]. Tremor is common.");
  }

  @Test
  void understoodSymptom_findsThePageThatListsIt_withoutTheWord() {
    SearchablePage.Part symptoms = part("symptoms", "Many notice it first at dinner.");
    pages.with(
        new SearchablePage(
            "migraine",
            1,
            "en",
            "Migraine",
            List.of("Migraine"),
            Set.of(),
            Map.of(Kind.SYMPTOM, List.of("trouble-swallowing")),
            List.of(part("overview", "It comes in attacks."), symptoms)));

    Reply reply = search("cant swallow");

    assertThat(items(reply))
        .extracting(item -> item.get("section"))
        .containsExactly(Json.of("id", "symptoms", "heading", "About symptoms"));
  }

  @ParameterizedTest
  @CsvSource({"T2D, T2D", "sugar diabetes type 2, ", "Diabetes type 2, Diabetes Type 2"})
  void name_leadsToItsPage_andToNoSection(String name, String matched) {
    pages
        .with("type-2-diabetes", "Insulin works less well.")
        .with("type-1-diabetes", "Type 2 diabetes is another one: T2D, diabetes type 2.");

    Map<String, Object> first = items(search(name)).get(0);

    assertThat(first).containsEntry("slug", "type-2-diabetes");
    if (matched != null) {
      assertThat(first).doesNotContainKey("section").containsEntry("matched", matched);
    }
  }

  @Test
  void page_isFoundOnce_withItsBestSection() {
    pages.with(
        page(
            "epilepsy",
            1,
            "en",
            "Epilepsy",
            part("overview", "Seizures come and go."),
            part("living-with", "You may not be allowed to drive a car. Driving needs a year."),
            part("outlook", "Most people drive again.")));

    assertThat(items(search("driving car"))).hasSize(1);
    assertThat(items(search("driving car")).get(0))
        .containsEntry("section", Json.of("id", "living-with", "heading", "About living-with"));
  }

  @Test
  void typo_isForgiven_fromFiveLetters_andNeverBeatsTheWordItself() {
    pages
        .with("migraine", "Zebrafinch zebrafinch zebrafinch.")
        .with("epilepsy", "Something about zebrafinsh, once, in a much longer text about others.")
        .with("fibromyalgia", "A newt.");

    assertThat(slugs(search("zebrafinhc"))).contains("migraine");
    assertThat(slugs(search("zebrafinsh"))).containsExactly("epilepsy");
    assertThat(slugs(search("zebrafinhc newt"))).startsWith("fibromyalgia").contains("migraine");
    assertThat(slugs(search("newz"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"oedema, edema", "diarrhea, diarrhoea", "tumor, tumour", "SEIZURES, seizure"})
  void spelling_isFolded(String typed, String written) {
    pages.with("migraine", "Nothing here.").with("epilepsy", "About a " + written + " at times.");

    assertThat(slugs(search(typed))).containsExactly("epilepsy");
    assertThat(marked(items(search(typed)).get(0))).contains("[" + written + "]");
  }

  @Test
  void snippet_isTheBestSentence_asTextWithMarks() {
    pages.with(
        "epilepsy",
        """
        Seizures differ. Drive carefully.
        - tell the <b>licence</b> office before you drive a car
        - a point that follows""");

    Map<String, Object> item = items(search("drive car")).get(0);

    assertThat(marked(item))
        .isEqualTo(
            "tell the <b>licence</b> office before you [drive] a [car]; a point that follows");
    assertThat(item.get("snippet"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .contains(Map.of("text", "car", "mark", true), Map.of("text", " a "));
  }

  @Test
  void snippet_isShort_aroundTheWord_whenTheSentenceIsLong() {
    pages.with("epilepsy", "word ".repeat(300) + "zebrafinch " + "more ".repeat(300) + "end.");

    String snippet = marked(items(search("zebrafinch")).get(0));

    assertThat(snippet).startsWith("…").endsWith("…").contains("[zebrafinch]");
    assertThat(snippet.length()).isLessThan(260);
  }

  @Test
  void language_isTheWantedOne_whereThePageHasIt() {
    pages
        .with(
            page("epilepsy", 1, "en", "Epilepsy", part("overview", "Seizures, or ictus.")),
            page("epilepsy", 1, "es", "Epilepsia", part("overview", "Las crisis. Un ictus.")))
        .with("migraine", "An ictus is something else.");

    assertThat(items(search("ictus"))).extracting(i -> i.get("lang")).containsExactly("en", "en");
    assertThat(items(search("ictus", "lang", "es-MX")))
        .extracting(i -> i.get("slug") + " " + i.get("lang"))
        .containsExactlyInAnyOrder("epilepsy es", "migraine en");
    assertThat(slugs(search("crísis"))).containsExactly("epilepsy");
    assertThat(items(search("ictus", "lang", "fr"))).hasSize(2);
  }

  @Test
  void language_isTheOneThatMostOfTheWordsAreOf() {
    pages
        .with("migraine", "Fresh air. More air, and air.")
        .with(
            page("epilepsy", 1, "en", "Epilepsy", part("overview", "Seizures.")),
            page("epilepsy", 1, "es", "Epilepsia", part("overview", "Una falta de aire.")));

    assertThat(slugs(search("falta de aire"))).startsWith("epilepsy");
    assertThat(slugs(search("fresh air"))).startsWith("migraine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"e", "english", "en_US", "*", "../x", "en-"})
  void language_isRefused_whenItIsNoTag(String lang) {
    assertThat(search("ictus", "lang", lang).status()).isEqualTo(422);
  }

  @Test
  void index_readsOnlyWhatChanged() {
    pages.with("migraine", "Zebrafinch.").with("epilepsy", "Seizures.");
    search("zebrafinch");
    assertThat(pages.reads()).containsExactlyInAnyOrder("epilepsy", "migraine");
    search("zebrafinch");
    assertThat(pages.reads()).isEmpty();

    pages.with(page("epilepsy", 2, "en", "Epilepsy", part("overview", "Zebrafinch.")));

    assertThat(slugs(search("zebrafinch"))).containsExactlyInAnyOrder("epilepsy", "migraine");
    assertThat(pages.reads()).containsExactly("epilepsy");

    pages.remove("migraine");
    assertThat(slugs(search("zebrafinch"))).containsExactly("epilepsy");
    assertThat(pages.reads()).isEmpty();
  }

  @Test
  void index_readsAgain_whenThePageWasOlderThanTheList() {
    pages.with("epilepsy", "Seizures.");
    pages.announce("epilepsy", 2);
    assertThat(slugs(search("seizures"))).containsExactly("epilepsy");
    assertThat(slugs(search("zebrafinch"))).isEmpty();

    pages.with(page("epilepsy", 2, "en", "Epilepsy", part("overview", "Zebrafinch.")));

    assertThat(slugs(search("zebrafinch"))).containsExactly("epilepsy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text:seizures",
        "seizures AND NOT NAMES.ENGLISH:*",
        "\"seizures",
        "seiz*",
        "/.*/",
        "((((((((",
        "seizures~2^99",
        "[* TO *]",
        "ABOUT:condition:epilepsy",
        "!@#$%^&*(){}|\\\\/?",
        "'; DROP TABLE pages --",
        "<script>alert(1)</script>",
        "\u202eseiz",
        "🙂🙂🙂",
        "ＳＥＩＺＵＲＥＳ",
        "seizures\tseizures\nseizures"
      })
  void query_isLiteralText_whateverItHolds(String typed) {
    pages.with("epilepsy", "Seizures are short.").with("migraine", "Nothing here.");

    Reply reply = search(typed);

    assertThat(reply.status()).isIn(200, 422);
    if (reply.status() == 200) {
      assertThat(slugs(reply)).doesNotContain("migraine");
      assertThat(reply.body()).doesNotContain("script", "DROP");
    }
  }

  @Test
  void query_isRefused_whenItIsTooLongOrNoText() {
    pages.with("epilepsy", "Seizures are short.");

    for (String bad : List.of("x".repeat(201), "seizure ".repeat(12_500), "a\0b", "a\u200bb")) {
      Reply reply = search(bad);
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
      assertThat(reply.body()).contains("\"q\"").doesNotContain("seizure");
    }
    assertThat(search("a ".repeat(100)).status()).isEqualTo(200);
    assertThat(search("é".repeat(200)).status()).isEqualTo(200);
  }

  @Test
  void nothing_isFound_whenNothingWasTypedOrNothingFits() {
    pages.with("epilepsy", "Seizures are short.");
    Map<String, Object> none = Map.of("items", List.of(), "understood", List.of());

    assertThat(search(" ").json()).isEqualTo(none);
    assertThat(search("the of and").json()).isEqualTo(none);
    assertThat(search("qqqqqqqq").json()).isEqualTo(none);
    assertThat(HttpCall.of("GET /search").send(endpoint::handle).json()).isEqualTo(none);
  }

  @Test
  void answer_isNotSentAgain_whenTheClientHasIt_andNamesNothingInTheLog() {
    pages.with("epilepsy", "Seizures are short.");
    Reply reply = search("seizures canary");

    Reply again =
        HttpCall.of("GET /search")
            .query("q", "seizures canary")
            .header("if-none-match", reply.header("etag"))
            .send(endpoint::handle);

    assertThat(again.status()).isEqualTo(304);
    assertThat(reply.header("cache-control")).isEqualTo(Conditions.BRIEFLY);
    assertThat(reply.log()).hasSize(1).noneMatch(line -> line.contains("canary"));
  }

  private Reply search(String typed, String... more) {
    HttpCall call = HttpCall.of("GET /search").query("q", typed);
    for (int i = 0; i < more.length; i += 2) {
      call.query(more[i], more[i + 1]);
    }
    return call.send(endpoint::handle);
  }

  private static List<Map<String, Object>> items(Reply reply) {
    return objects(reply, "items");
  }

  private static List<Map<String, Object>> objects(Reply reply, String name) {
    return Events.objects(reply.json().get(name));
  }

  private static List<Object> slugs(Reply reply) {
    return items(reply).stream().map(item -> item.getOrDefault("slug", "")).toList();
  }

  private static String marked(Map<String, Object> item) {
    return Events.objects(item.get("snippet")).stream()
        .map(part -> part.containsKey("mark") ? "[" + part.get("text") + "]" : part.get("text"))
        .map(String::valueOf)
        .collect(Collectors.joining());
  }
}
