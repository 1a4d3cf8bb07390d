package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionListTest {
  private static final String[] SLUGS = {
    "crohns-disease", "endometriosis", "epilepsy", "fibromyalgia", "migraine", "long-covid"
  };
  private final Published pages = new Published();

  @Test
  void list_hasAllPagesByLetter_withTheirDates() {
    publishAll();

    Map<String, Object> list = list().send(pages.function()).json();

    assertThat(list).containsEntry("letters", List.of("C", "E", "F", "L", "M"));
    assertThat(list).doesNotContainKey("next");
    assertThat(items(list).get(0))
        .containsEntry("slug", "crohns-disease")
        .containsEntry("reviewed", "2026-11-23")
        .containsEntry("nextReview", "2027-11-23")
        .containsEntry("languages", List.of("en"))
        .containsEntry("page", true)
        .doesNotContainKey("overdue");
  }

  @ParameterizedTest
  @CsvSource({"name, crohns-disease", "reviewed, fibromyalgia", "nextReview, migraine"})
  void list_standsInTheAskedOrder(String order, String first) {
    publishAll();
    pages.edit(manuscript("fibromyalgia", "reviewed: 2026-11-23", "reviewed: 2026-11-24"));
    pages.edit(manuscript("migraine", "nextReview: 2027-11-23", "nextReview: 2026-11-25"));

    Map<String, Object> list = list().query("order", order).send(pages.function()).json();

    assertThat(items(list).get(0)).containsEntry("slug", first);
  }

  @Test
  void line_isOverdue_whenItsPageIs() {
    pages.edit(manuscript("migraine", "nextReview: 2027-11-23", "nextReview: 2026-11-25"));
    pages.clock().advance(Duration.ofDays(3));

    assertThat(items(list().send(pages.function()).json()).get(0)).containsEntry("overdue", true);
  }

  @Test
  void list_hasOneLetterOnly_whenAsked() {
    publishAll();

    Map<String, Object> list = list().query("letter", "e").send(pages.function()).json();

    assertThat(slugs(list)).containsExactly("endometriosis", "epilepsy");
    assertThat(list).containsEntry("letters", List.of("C", "E", "F", "L", "M"));
    assertThat(list().query("letter", "ep").send(pages.function()).status()).isEqualTo(422);
    assertThat(list().query("order", "size").send(pages.function()).status()).isEqualTo(422);
  }

  @Test
  void list_isInTheAskedLanguage_wherePagesHaveIt() {
    pages.files(
        Written.condition("migraine"),
        Written.variant("migraine", "es", "overview"),
        Written.condition("epilepsy"));

    Map<String, Object> list = list().query("lang", "es").send(pages.function()).json();

    assertThat(items(list)).extracting(item -> item.get("name")).contains("Nombre", "Epilepsy");
    assertThat(list).containsEntry("letters", List.of("E", "N"));
  }

  @ParameterizedTest
  @CsvSource({"name", "reviewed", "nextReview"})
  void paging_neitherRepeatsNorSkips_whilePagesComeAndGo(String order) {
    publishAll();
    Map<String, Object> first =
        list().query("order", order).query("limit", "2").send(pages.function()).json();
    List<String> seen = new ArrayList<>(slugs(first));

    PageFile[] others = {
      Written.condition("crohns-disease"),
      Written.condition("epilepsy"),
      Written.condition("fibromyalgia"),
      Written.condition("long-covid"),
      Written.condition("migraine"),
      Written.condition("amyotrophic-lateral-sclerosis"),
      Written.condition("multiple-sclerosis")
    };
    pages.files(others);
    pages.clock().advance(Duration.ofSeconds(11));
    Object next = first.get("next");
    while (next != null) {
      Map<String, Object> page =
          list()
              .query("order", order)
              .query("limit", "2")
              .query("cursor", String.valueOf(next))
              .send(pages.function())
              .json();
      seen.addAll(slugs(page));
      next = page.get("next");
    }

    assertThat(seen)
        .doesNotHaveDuplicates()
        .contains("crohns-disease", "epilepsy", "fibromyalgia", "long-covid", "migraine");
  }

  @Test
  void cursor_isRefused_forAnotherList() {
    publishAll();
    String cursor =
        String.valueOf(list().query("limit", "2").send(pages.function()).json().get("next"));

    assertThat(list().query("cursor", cursor).send(pages.function()).status()).isEqualTo(200);
    for (HttpCall other :
        List.of(
            list().query("order", "reviewed"),
            list().query("letter", "e"),
            list().query("lang", "es"))) {
      assertThat(other.query("cursor", cursor).send(pages.function()).status()).isEqualTo(400);
    }
  }

  @Test
  void list_isNotSentAgain_whenTheClientHasIt() {
    publishAll();
    Reply reply = list().header("accept-encoding", "gzip").send(pages.function());

    Reply again =
        list()
            .header("accept-encoding", "gzip")
            .header("if-none-match", reply.header("etag"))
            .send(pages.function());

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  private void publishAll() {
    PageFile[] files = new PageFile[SLUGS.length];
    for (int i = 0; i < SLUGS.length; i++) {
      files[i] = Written.condition(SLUGS[i]);
    }
    pages.files(files);
  }

  private static Manuscript manuscript(String slug, String what, String instead) {
    return Published.manuscript(Written.condition(slug, what, instead));
  }

  private static HttpCall list() {
    return HttpCall.of("GET /conditions");
  }

  private static List<Map<String, Object>> items(Map<String, Object> list) {
    return Events.objects(list.get("items"));
  }

  private static List<String> slugs(Map<String, Object> list) {
    return items(list).stream().map(item -> String.valueOf(item.get("slug"))).toList();
  }
}
