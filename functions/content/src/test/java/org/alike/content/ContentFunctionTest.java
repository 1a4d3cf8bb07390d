package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.alike.kernel.Environment;
import org.alike.kernel.Json;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MovableClock;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

class ContentFunctionTest {
  private static final MovableClock CLOCK = MovableClock.atNoon();
  private static final String NAME = EmbeddedDynamo.newTable();
  private static final Environment ENVIRONMENT =
      Environment.of(Map.of("SITE_URL", "https://alike.example"));
  private static final DynamoTable TABLE = new DynamoTable(EmbeddedDynamo.client(), NAME, CLOCK);
  private static final ContentFunction FUNCTION = new ContentFunction(ENVIRONMENT, TABLE, CLOCK);

  @BeforeAll
  static void importThePages() {
    EventCall.send(
        new ContentImporter(PageFolder.packed(), TABLE, CLOCK), Events.read("import.json"));
  }

  @Test
  void condition_isServedWithATag() {
    Reply reply = condition("amyotrophic-lateral-sclerosis").send(FUNCTION);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).containsEntry("shortName", "ALS").containsEntry("version", 1);
    assertThat(reply.header("etag")).matches("\"[\\w-]{22}\"");
    assertThat(reply.header("cache-control")).isEqualTo(Conditions.BRIEFLY);
    assertThat(reply.header("vary")).isEqualTo("accept, accept-language, accept-encoding");
  }

  @Test
  void condition_costsOneRead() {
    AtomicInteger calls = new AtomicInteger();
    DynamoDbClient counting =
        FaultyDynamo.planned(
            EmbeddedDynamo.client(),
            call -> {
              calls.incrementAndGet();
              return FaultyDynamo.Fault.NONE;
            });
    ContentFunction function =
        new ContentFunction(ENVIRONMENT, new DynamoTable(counting, NAME, CLOCK), CLOCK);

    condition("amyotrophic-lateral-sclerosis").send(function);

    assertThat(calls).hasValue(1);
    assertThat(units("CONDITION#amyotrophic-lateral-sclerosis")).isLessThanOrEqualTo(2.0);
  }

  /** What one eventually consistent read of a page consumes. */
  private static double units(String partition) {
    return EmbeddedDynamo.client()
        .getItem(
            get ->
                get.tableName(NAME)
                    .key(
                        Map.of(
                            "pk", AttributeValue.fromS(partition),
                            "sk", AttributeValue.fromS("PAGE")))
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
        .consumedCapacity()
        .capacityUnits();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "\"a,b\",W/%s , \"c\"", "*"})
  void condition_isNotSentAgain_whenTheClientHasIt(String header) {
    String tag = condition("migraine").send(FUNCTION).header("etag");

    Reply reply =
        condition("migraine").header("if-none-match", header.formatted(tag)).send(FUNCTION);

    assertThat(reply.status()).isEqualTo(304);
    assertThat(reply.body()).isEmpty();
    assertThat(reply.header("etag")).isEqualTo(tag);
    assertThat(reply.header("cache-control")).isEqualTo(Conditions.BRIEFLY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"other\"", "W/\"other\"", "unquoted", "", "\"*\""})
  void condition_isSent_whenTheClientHasAnother(String header) {
    assertThat(condition("migraine").header("if-none-match", header).send(FUNCTION).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "als, amyotrophic-lateral-sclerosis",
    "ALS, amyotrophic-lateral-sclerosis",
    "lou-gehrigs-disease, amyotrophic-lateral-sclerosis",
    "Lou Gehrig's disease, amyotrophic-lateral-sclerosis",
    "mnd, amyotrophic-lateral-sclerosis",
    "T2D, type-2-diabetes",
    "diabetes-type-2, type-2-diabetes",
    "lupus, systemic-lupus-erythematosus",
    "Migraine, migraine"
  })
  void otherName_leadsToTheCondition(String name, String slug) {
    Reply reply = condition(name).send(FUNCTION);

    assertThat(reply.status()).isEqualTo(301);
    assertThat(reply.header("location")).isEqualTo("/conditions/" + slug);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-such-condition",
        "diabetes",
        "arthritis",
        "autoimmune-conditions",
        "asthma",
        "..",
        "%00",
        "#",
        "CONDITION#migraine",
        "editorial-process"
      })
  void condition_isNotFound_whenTheNameMeansNoneOrSeveral(String name) {
    Reply reply = condition(name).send(FUNCTION);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    assertThat(reply.body()).doesNotContain(name.length() > 5 ? name : "no-such-text");
  }

  @Test
  void condition_isNotFound_whenTheNameIsEndless() {
    assertThat(condition("x".repeat(5_000)).send(FUNCTION).status()).isEqualTo(404);
    assertThat(condition("x".repeat(101)).send(FUNCTION).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/ld+json                               | application/ld+json
          application/ld+json;q=0.9, text/html;q=0.8         | application/ld+json
          application/json, application/ld+json;q=0.5        | application/json; charset=utf-8
          application/ld+json;q=0                            | application/json; charset=utf-8
          */*                                               | application/json; charset=utf-8
          text/html                                         | text/html; charset=utf-8
          text/html,application/xhtml+xml,*/*;q=0.8          | text/html; charset=utf-8
          application/json, text/html                        | application/json; charset=utf-8
          text/html, application/ld+json                     | application/ld+json
          application/*                                     | application/json; charset=utf-8
          text/html;q=0.5, */*                               | application/json; charset=utf-8
          image/png                                         | application/json; charset=utf-8
          """)
  void representation_isTheOneTheClientLikesBest(String accept, String type) {
    Reply reply = condition("migraine").header("accept", accept).send(FUNCTION);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).isEqualTo(type);
  }

  @Test
  void linkedData_isAMedicalWebPage() {
    Reply reply =
        condition("type-2-diabetes").header("accept", "application/ld+json").send(FUNCTION);

    assertThat(reply.json())
        .containsEntry("@context", "https://schema.org")
        .containsEntry("@type", "MedicalWebPage")
        .containsEntry("url", "https://alike.example/condition.html?c=type-2-diabetes")
        .containsEntry("lastReviewed", "2026-11-23");
    assertThat(Json.asObject(reply.json().get("about")).orElseThrow())
        .containsEntry("@type", "MedicalCondition")
        .containsEntry("name", "Diabetes Type 2");
    assertThat(reply.header("etag"))
        .isNotEqualTo(condition("type-2-diabetes").send(FUNCTION).header("etag"));
  }

  @Test
  void linkedData_namesSymptomsAndTreatments_inEnglishOnly() {
    HttpCall call = condition("type-2-diabetes").header("accept", "application/ld+json");
    Map<String, Object> english = about(call.send(FUNCTION));
    Map<String, Object> spanish = about(call.query("lang", "es").send(FUNCTION));

    assertThat(english).containsKeys("signOrSymptom", "possibleTreatment");
    assertThat(spanish)
        .containsKeys("name", "code")
        .doesNotContainKeys("signOrSymptom", "possibleTreatment");
  }

  private static Map<String, Object> about(Reply reply) {
    return Json.asObject(reply.json().get("about")).orElseThrow();
  }

  @Test
  void list_showsEachPageOnceFromAToZ_overItsCursors() {
    List<Object> names = new ArrayList<>();
    Object next = "";
    while (next != null) {
      HttpCall call = HttpCall.of("GET /conditions").query("limit", "4");
      Map<String, Object> page =
          (next.equals("") ? call : call.query("cursor", String.valueOf(next)))
              .send(FUNCTION)
              .json();
      items(page).forEach(item -> names.add(item.get("name")));
      next = page.get("next");
    }

    assertThat(names)
        .hasSize(14)
        .doesNotHaveDuplicates()
        .startsWith("Amyotrophic Lateral Sclerosis");
    assertThat(names.stream().map(String::valueOf).toList()).isSorted();
  }

  @Test
  void list_isNotSentAgain_whenTheClientHasIt() {
    String tag = HttpCall.of("GET /conditions").send(FUNCTION).header("etag");

    assertThat(HttpCall.of("GET /conditions").header("if-none-match", tag).send(FUNCTION).status())
        .isEqualTo(304);
  }

  @Test
  void cursor_isRefused_whenChanged() {
    String cursor =
        String.valueOf(
            HttpCall.of("GET /conditions").query("limit", "2").send(FUNCTION).json().get("next"));
    char other = cursor.charAt(5) == 'A' ? 'B' : 'A';

    for (String bad :
        List.of(
            "x",
            "%%%",
            cursor.substring(1),
            cursor.substring(0, 5) + other + cursor.substring(6))) {
      Reply reply = HttpCall.of("GET /conditions").query("cursor", bad).send(FUNCTION);
      assertThat(reply.status()).as(bad).isEqualTo(400);
      assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    }
    assertThat(search("als").query("cursor", cursor).send(FUNCTION).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "51", "-1", "ten", "1e3"})
  void limit_isRefused_whenNotFrom1To50(String limit) {
    Reply reply = HttpCall.of("GET /conditions").query("limit", limit).send(FUNCTION);

    assertThat(reply.status()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({
    "als, amyotrophic-lateral-sclerosis",
    "lou, amyotrophic-lateral-sclerosis",
    "T2, type-2-diabetes",
    "diab, type-2-diabetes",
    "migrane, migraine",
    "asthma, asthma"
  })
  void search_findsByAnyNameFromTheFirstLetters(String typed, String slug) {
    List<Map<String, Object>> items = items(search(typed).send(FUNCTION).json());

    assertThat(items).extracting(item -> item.get("slug")).contains(slug);
    assertThat(items.get(0)).containsKeys("slug", "name", "label", "matched", "page");
  }

  @ParameterizedTest
  @CsvSource({
    "ELA, amyotrophic-lateral-sclerosis",
    "esclerosis lat, amyotrophic-lateral-sclerosis",
    "AMIOTROFICA, amyotrophic-lateral-sclerosis",
    "amiotrófica, amyotrophic-lateral-sclerosis",
    "diabetes tipo, type-2-diabetes"
  })
  void search_findsPagesByTheirTitlesInTheAskedLanguage_first(String typed, String slug) {
    List<Map<String, Object>> items =
        items(search(typed).query("lang", "es").send(FUNCTION).json());

    assertThat(items.get(0)).containsEntry("slug", slug).containsEntry("page", true);
    assertThat(items).extracting(item -> item.get("slug")).doesNotHaveDuplicates();
  }

  @Test
  void search_namesPagesInTheAskedLanguage_howeverTheyWereFound() {
    for (String typed : List.of("ELA", "lou")) {
      assertThat(items(search(typed).query("lang", "es-MX").send(FUNCTION).json()))
          .filteredOn(item -> "amyotrophic-lateral-sclerosis".equals(item.get("slug")))
          .extracting(item -> item.get("label"))
          .containsExactly("Esclerosis lateral amiotrófica (ELA)");
    }
  }

  @Test
  void search_hasNoMoreThanAsked_whenTitlesAndVocabularyFit() {
    HttpCall call = search("diab").query("lang", "es").query("limit", "2");

    assertThat(items(call.send(FUNCTION).json())).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"!?", "sclerosis lat", "scler"})
  void search_takesNoTitle_whenNoWordOfItBeginsSo(String typed) {
    assertThat(items(search(typed).query("lang", "es").send(FUNCTION).json()))
        .extracting(item -> item.get("matched"))
        .doesNotContain("Esclerosis lateral amiotrófica");
  }

  @Test
  void search_isTheSameAsWithoutALanguage_inEnglishAndWhereNoPageHasIt() {
    String english = search("diab").send(FUNCTION).body();

    for (String lang : List.of("en", "fr")) {
      assertThat(search("diab").query("lang", lang).send(FUNCTION).body()).isEqualTo(english);
    }
    assertThat(search("diab").query("lang", "?").send(FUNCTION).status()).isEqualTo(422);
  }

  @Test
  void search_saysWhichConditionsHaveAPage() {
    List<Map<String, Object>> items = items(search("m").query("limit", "50").send(FUNCTION).json());

    assertThat(items).extracting(item -> item.get("page")).contains(true, false);
    assertThat(items)
        .filteredOn(item -> "migraine".equals(item.get("slug")))
        .extracting(item -> item.get("page"))
        .containsExactly(true);
  }

  @Test
  void search_isSmall_whicheverLetterIsTyped() {
    for (char letter = 'a'; letter <= 'z'; letter++) {
      String body = search(String.valueOf(letter)).query("limit", "8").send(FUNCTION).body();
      assertThat(body.length()).as("typed " + letter).isLessThan(2048);
    }
  }

  @Test
  void search_isEmpty_whenNothingFits() {
    assertThat(search("qqqqqq").send(FUNCTION).json()).isEqualTo(Map.of("items", List.of()));
  }

  @Test
  void search_isRefused_whenTheTextIsTooLongOrNoText() {
    assertThat(search("z".repeat(201)).send(FUNCTION).status()).isEqualTo(422);
    assertThat(search("diab\u0000etes").send(FUNCTION).status()).isEqualTo(422);
  }

  @Test
  void sitePage_isServed() {
    Reply reply = HttpCall.of("GET /pages/{slug}").path("slug", "editorial-process").send(FUNCTION);

    assertThat(reply.json())
        .containsEntry("slug", "editorial-process")
        .containsEntry("title", "How we write and check our pages")
        .containsEntry("reviewed", "2026-11-25")
        .containsKeys("summary", "html", "markdown", "version");
    assertThat(
            HttpCall.of("GET /pages/{slug}")
                .path("slug", "editorial-process")
                .header("if-none-match", reply.header("etag"))
                .send(FUNCTION)
                .status())
        .isEqualTo(304);
    assertThat(HttpCall.of("GET /pages/{slug}").path("slug", "migraine").send(FUNCTION).status())
        .isEqualTo(404);
  }

  @Test
  void method_isNotAllowed_whenNotGet() {
    Reply reply =
        HttpCall.of("ANY /conditions/{slug}").path("slug", "als").method("PATCH").send(FUNCTION);

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("allow")).isEqualTo("DELETE, GET, HEAD, PUT");
  }

  @Test
  void address_isNotFound_whenNobodyHasIt() {
    assertThat(HttpCall.of("$default").method("GET").send(FUNCTION).status()).isEqualTo(404);
  }

  @Test
  void logs_nameNoCondition() {
    for (HttpCall call :
        List.of(condition("lou-gehrigs-disease"), condition("canary-disease"), search("canary"))) {
      assertThat(call.send(FUNCTION).log())
          .hasSize(1)
          .noneMatch(line -> line.contains("canary") || line.contains("gehrig"));
    }
  }

  @Test
  void events_areAnsweredAsTheirNamesSay() {
    Map<String, Integer> expected = new LinkedHashMap<>();
    expected.put("get-condition.json", 200);
    expected.put("get-condition-linked-data.json", 200);
    expected.put("get-condition-html.json", 200);
    expected.put("get-condition-by-other-name.json", 301);
    expected.put("list-conditions.json", 200);
    expected.put("search-conditions.json", 200);
    expected.put("get-page.json", 200);
    expected.put("get-sitemap.json", 200);
    expected.put("get-robots.json", 200);
    expected.put("search.json", 200);
    expected.put("complete-words.json", 200);
    expected.put("ask-meaning.json", 200);

    expected.forEach(
        (name, status) -> {
          Map<String, Object> answer =
              Json.trusted(EventCall.send(FUNCTION, Events.read(name)).output());
          assertThat(answer).as(name).containsEntry("statusCode", status);
        });
    expected.put("import.json", 0);
    expected.put("import-dry-run.json", 0);
    expected.put("page-published.json", 0);
    expected.put("member-changed.json", 0);
    expected.put("member-erased.json", 0);
    expected.put("thread-posted.json", 0);
    expected.put("reply-posted.json", 0);
    expected.put("post-removed.json", 0);
    expected.put("count-usage.json", 0);
    EditorEventsTest.NAMES.forEach(name -> expected.put(name, 0));
    assertThat(Events.names()).as("every event is used by a test").isEqualTo(expected.keySet());
  }

  private static HttpCall condition(String slug) {
    return HttpCall.of("GET /conditions/{slug}").path("slug", slug);
  }

  private static HttpCall search(String typed) {
    return HttpCall.of("GET /conditions").query("q", typed);
  }

  private static List<Map<String, Object>> items(Map<String, Object> page) {
    return Events.objects(page.get("items"));
  }
}
