package org.alike.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.alike.content.Published.condition;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.alike.kernel.Json;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Write;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.alike.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

class ConditionPagesTest {
  private final Published pages = new Published();

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, -, en, standard, 0",
        "en, standard, es, en, standard, 0",
        "es, -, -, es, standard, 4",
        "ES-mx, -, -, es, standard, 4",
        "es, plain, -, es, plain, 6",
        "en, plain, -, en, plain, 5",
        "fr, -, -, en, standard, 6",
        "fr, plain, es, en, plain, 6",
        "-, -, es, es, standard, 4",
        "-, -, 'fr, es;q=0.8, en;q=0.5', es, standard, 4",
        "-, -, 'fr, en;q=0.5', en, standard, 0",
        "-, -, 'de-AT, fr;q=0.7', en, standard, 6",
        "-, -, 'de, *;q=0.1', en, standard, 0",
        "-, -, 'es;q=0', en, standard, 0",
        "-, -, ';;,q=,', en, standard, 0"
      })
  void reading_isTheAskedOne_orSaysSo(
      String lang, String level, String accepted, String served, String servedLevel, int others) {
    pages.files(
        Written.condition("migraine"),
        Written.variant("migraine", "es", "overview", "symptoms"),
        Written.variant("migraine", "plain", "treatments"));

    Reply reply =
        condition("migraine")
            .query("lang", Objects.requireNonNullElse(lang, ""))
            .query("level", Objects.requireNonNullElse(level, ""))
            .header("accept-language", Objects.requireNonNullElse(accepted, ""))
            .send(pages.function());

    assertThat(reply.json()).containsEntry("lang", served).containsEntry("level", servedLevel);
    assertThat(reply.header("content-language")).isEqualTo(served);
    assertThat(reply.header("vary")).isEqualTo("accept, accept-language, accept-encoding");
    assertThat(sections(reply))
        .hasSize(6)
        .filteredOn(section -> section.containsKey("fallback"))
        .hasSize(others);
  }

  @ParameterizedTest
  @CsvSource({
    "lang, 1",
    "lang, english",
    "lang, es_MX",
    "lang, <b>",
    "level, easy",
    "level, PLAIN"
  })
  void reading_isRefused_whenMalformed(String parameter, String value) {
    pages.files(Written.condition("migraine"));

    Reply reply = condition("migraine").query(parameter, value).send(pages.function());

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().toString()).contains("pointer=" + parameter).doesNotContain(value);
  }

  @Test
  void language_hasItsOwnNames() {
    pages.files(Written.condition("migraine"), Written.variant("migraine", "es", "overview"));

    Map<String, Object> page =
        condition("migraine").query("lang", "es").send(pages.function()).json();

    assertThat(page)
        .containsEntry("name", "Nombre")
        .containsEntry("summary", "In other words.")
        .containsEntry("languages", List.of("en", "es"))
        .containsEntry("levels", List.of("standard"))
        .containsEntry("disclaimer", Phrases.of("es").disclaimer());
  }

  @Test
  void section_becomesOverdueByTheClock_andTheTagWithIt() {
    pages.files(
        Written.condition("migraine", "symptoms: {", "symptoms: {nextReview: 2026-12-01, "));
    Reply before = condition("migraine").send(pages.function());
    pages.clock().advance(Duration.ofDays(8));
    Reply onTheDay = condition("migraine").send(pages.function());
    pages.clock().advance(Duration.ofDays(1));
    Reply after = condition("migraine").send(pages.function());

    assertThat(onTheDay.header("etag")).isEqualTo(before.header("etag"));
    assertThat(onTheDay.body()).isEqualTo(before.body()).doesNotContain("overdue");
    assertThat(after.header("etag")).isNotEqualTo(before.header("etag"));
    assertThat(sections(after))
        .filteredOn(section -> section.toString().contains("overdue=true"))
        .extracting(section -> section.get("id"))
        .containsExactly("symptoms");
    assertThat(Json.asObject(after.json().get("editorial")).orElseThrow())
        .containsEntry("overdue", true)
        .containsEntry("nextReview", "2026-12-01");
  }

  @Test
  void tags_areEqual_exactlyWhenTheAnswersAre() {
    pages.files(
        Written.condition("migraine"),
        Written.variant("migraine", "es", "overview", "symptoms"),
        Written.variant("migraine", "es.plain", "overview"));
    Map<String, Set<String>> bodiesByTag = new HashMap<>();
    Map<String, Set<String>> tagsByBody = new HashMap<>();
    for (String lang : List.of("en", "es", "fr", "de")) {
      for (String level : List.of("standard", "plain")) {
        for (String accept : List.of("application/json", "text/html")) {
          Reply reply =
              condition("migraine")
                  .query("lang", lang)
                  .query("level", level)
                  .header("accept", accept)
                  .send(pages.function());
          String tag = reply.header("etag");
          bodiesByTag.computeIfAbsent(tag, t -> new HashSet<>()).add(reply.body());
          tagsByBody.computeIfAbsent(reply.body(), b -> new HashSet<>()).add(tag);
        }
      }
    }

    assertThat(bodiesByTag.values()).allMatch(bodies -> bodies.size() == 1).hasSize(10);
    assertThat(tagsByBody.values()).allMatch(tags -> tags.size() == 1).hasSize(10);
  }

  @Test
  void tag_isKnownWithoutUnpackingThePage() {
    pages.files(Written.condition("migraine"));
    String tag = condition("migraine").send(pages.function()).header("etag");
    Item page = pages.table().get(Key.of("CONDITION#migraine", "PAGE")).orElseThrow();
    pages.table().write(Write.put(page.with("packed", "no gzip at all".getBytes(UTF_8))));

    Reply reply =
        condition("migraine")
            .header("if-none-match", tag)
            .send(pages.function(EmbeddedDynamo.client()));

    assertThat(reply.status()).isEqualTo(304);
    assertThat(reply.header("etag")).isEqualTo(tag);
    assertThat(reply.header("vary")).isEqualTo("accept, accept-language, accept-encoding");
  }

  @Test
  void page_costsOneEventuallyConsistentRead_andNoneWhileItIsFresh() {
    pages.files(Written.condition("migraine"), Written.variant("migraine", "es", "overview"));
    List<Object> requests = new ArrayList<>();
    ContentFunction function = pages.function(recording(requests));

    condition("migraine").send(function);
    assertThat(requests).hasSize(1);
    assertThat(((GetItemRequest) requests.get(0)).consistentRead()).isFalse();

    pages.clock().advance(KeptPages.FRESH.minusMillis(1));
    condition("migraine").query("lang", "es").send(function);
    condition("migraine").header("accept", "text/html").send(function);
    condition("migraine").header("accept-encoding", "gzip").send(function);
    assertThat(requests).hasSize(1);

    pages.clock().advance(Duration.ofMillis(1));
    condition("migraine").send(function);
    assertThat(requests).hasSize(2);
  }

  @Test
  void page_isNotFound_whenDeletedWhileItIsRead() {
    pages.files(Written.condition("migraine"), Written.condition("epilepsy"));
    assertThat(condition("migraine").send(pages.function()).status()).isEqualTo(200);

    pages.files(Written.condition("epilepsy"));
    pages.clock().advance(KeptPages.FRESH);

    assertThat(condition("migraine").send(pages.function()).status()).isEqualTo(404);
    assertThat(condition("Migraine").send(pages.function()).status()).isEqualTo(404);
    assertThat(condition("epilepsy").send(pages.function()).json())
        .containsEntry("related", List.of());
  }

  @Test
  void compressedPage_isTheSameUnderATagOfItsOwn() {
    pages.files(Written.condition("migraine"));
    Reply plain = condition("migraine").send(pages.function());
    Reply packed =
        condition("migraine").header("accept-encoding", "br, gzip").send(pages.function());

    assertThat(packed.header("content-encoding")).isEqualTo("gzip");
    assertThat(packed.body()).isEqualTo(plain.body());
    assertThat(packed.header("etag")).endsWith(".gz\"").isNotEqualTo(plain.header("etag"));
    for (Reply known : List.of(plain, packed)) {
      Reply again =
          condition("migraine")
              .header("accept-encoding", "gzip")
              .header("if-none-match", known.header("etag"))
              .send(pages.function());
      assertThat(again.status()).isEqualTo(known.equals(packed) ? 304 : 200);
    }
  }

  @Test
  void head_isAnsweredAsGet() {
    pages.files(Written.condition("migraine"));

    Reply head = condition("migraine").send(pages.function());
    Reply got =
        HttpCall.of("ANY /conditions/{slug}")
            .path("slug", "migraine")
            .method("HEAD")
            .send(pages.function());

    assertThat(got.status()).isEqualTo(200);
    assertThat(got.headers()).isEqualTo(head.headers());
  }

  @Test
  void otherName_leadsToThePage_inTheReadingThatWasAskedFor() {
    pages.files(Written.condition("amyotrophic-lateral-sclerosis"));

    Reply reply =
        condition("ALS").query("lang", "es").query("level", "plain").send(pages.function());

    assertThat(reply.status()).isEqualTo(301);
    assertThat(reply.header("location"))
        .isEqualTo("/conditions/amyotrophic-lateral-sclerosis?lang=es&level=plain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json"})
  void refusal_isToldInTheFormThatWasAskedFor(String accept) {
    Reply reply = condition("no-such-thing").header("accept", accept).send(pages.function());

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("content-type"))
        .startsWith(accept.equals("text/html") ? accept : "application/problem+json");
  }

  @Test
  void related_areThoseThatHaveAPage_whateverCameLater() {
    pages.files(Written.condition("crohns-disease"));
    pages.edit(Published.manuscript(Written.condition("ulcerative-colitis")));
    new Neighbours(pages.store(), Vocabulary.standard()).settle();

    assertThat(condition("crohns-disease").send(pages.function()).json().toString())
        .contains("related=[{slug=ulcerative-colitis");
  }

  private static List<Map<String, Object>> sections(Reply reply) {
    return Events.objects(reply.json().get("sections"));
  }

  private static DynamoDbClient recording(List<Object> requests) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            ConditionPagesTest.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              requests.add(arguments[0]);
              try {
                return method.invoke(EmbeddedDynamo.client(), arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
