package org.alike.content;

import static org.alike.content.Published.condition;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class PageHtmlTest {
  private final Published pages = new Published();

  @Test
  void page_isCompleteByItself() {
    pages.files(
        Written.condition(
            "migraine", "reviewedBy: Editors", "reviewedBy: Editors\nsymptoms: [nausea]"),
        Written.condition("epilepsy"));

    Reply reply = html("migraine").send(pages.function());
    Document page = Jsoup.parse(reply.body());

    assertThat(reply.header("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("h1").text()).isEqualTo("Migraine");
    assertThat(page.select("nav a").eachAttr("href"))
        .containsExactlyElementsOf(
            page.select("h2[id]").eachAttr("id").stream().map(id -> "#" + id).toList())
        .hasSize(6);
    assertThat(page.select("section").get(0).text())
        .contains("Words on overview.", "Reviewed by Editors, 23 November 2026")
        .contains("Next review due: 23 November 2027", "Sources: An institute, A guide");
    assertThat(page.body().text())
        .contains("This is not a substitute for professional medical advice.")
        .contains("Nausea");
    assertThat(page.select("footer a").eachAttr("href"))
        .containsExactly(
            "https://alike.example/condition.html?c=migraine",
            "https://alike.example/page.html?p=editorial-process");
  }

  @Test
  void head_tellsSearchEnginesAndThoseWhoShareIt() {
    pages.files(Written.condition("migraine"), Written.variant("migraine", "es", "overview"));

    Document page = Jsoup.parse(html("migraine").query("lang", "es").send(pages.function()).body());

    assertThat(page.title()).isEqualTo("Nombre · Alike");
    assertThat(page.select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://alike.example/condition.html?c=migraine&lang=es");
    assertThat(page.select("link[rel=alternate]").eachAttr("hreflang"))
        .containsExactly("en", "es", "x-default");
    assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo("Nombre");
    assertThat(page.select("meta[property=og:url]").attr("content"))
        .isEqualTo("https://alike.example/condition.html?c=migraine&lang=es");
    assertThat(page.select("meta[name=description]").attr("content")).isEqualTo("In other words.");
  }

  @Test
  void linkedData_isTheSameInsideThePage() {
    pages.files(Written.condition("migraine"));

    Element script =
        Jsoup.parse(html("migraine").send(pages.function()).body()).select("script").get(0);

    assertThat(script.attr("type")).isEqualTo("application/ld+json");
    assertThat(Json.trusted(script.data()))
        .isEqualTo(
            condition("migraine")
                .header("accept", "application/ld+json")
                .send(pages.function())
                .json());
  }

  @Test
  void otherLanguages_areMarkedAndOverdueSectionsSaySo() {
    pages.files(
        Written.condition("migraine", "symptoms: {", "symptoms: {nextReview: 2026-12-01, "),
        Written.variant("migraine", "es", "overview"));
    pages.clock().advance(Duration.ofDays(30));

    Document page = Jsoup.parse(html("migraine").query("lang", "es").send(pages.function()).body());

    assertThat(page.select("section").get(0).select("[lang]")).isEmpty();
    assertThat(page.select("section").get(1).select("h2").attr("lang")).isEqualTo("en");
    assertThat(page.select("section").get(1).select(".note").eachText())
        .containsExactly(Phrases.of("es").otherReading(), Phrases.of("es").overdue());
    assertThat(page.select("main > ul a").eachAttr("href"))
        .containsExactly("?lang=en&level=standard");
  }

  @Test
  void linksInTheText_leadToTheWebsite() {
    pages.files(
        Written.condition(
            "migraine",
            "Words on overview.",
            "[a](condition.html?c=x) [b](/page.html) [c](https://c.example) [d](mailto:d@e.example)"));

    Document page = Jsoup.parse(html("migraine").send(pages.function()).body());

    assertThat(page.select("section").get(0).select("div a").eachAttr("href"))
        .containsExactly(
            "https://alike.example/condition.html?c=x",
            "https://alike.example/page.html",
            "https://c.example",
            "mailto:d@e.example");
  }

  @Test
  void everything_isText_whenEditorsWriteHtml() {
    String hostile = "\"></title></script><script>alert(1)</script><b title='";
    Manuscript plain = Published.manuscript(Written.condition("migraine"));
    pages.edit(
        ManuscriptJson.read(
            Json.trusted(
                Json.write(plain.toJson())
                    .replace("In short.", escaped(hostile + "summary"))
                    .replace("About overview", escaped(hostile + "heading"))
                    .replace("Editors", escaped(hostile + "reviewer"))
                    .replace("A guide", escaped(hostile + "source"))
                    .replace("Words on overview.", escaped(hostile + "text")))));

    Reply reply = html("migraine").send(pages.function());
    Document page = Jsoup.parse(reply.body());

    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("b, script:not([type=application/ld+json])")).isEmpty();
    assertThat(page.select("main h2").get(0).text()).isEqualTo(hostile + "heading");
    Map<String, Object> linked = Json.trusted(page.select("script").get(0).data());
    assertThat(linked).containsEntry("description", hostile + "summary");
    assertThat(reply.header("content-security-policy"))
        .startsWith("default-src 'none'; ")
        .contains("style-src 'sha256-")
        .doesNotContain("script-src");
  }

  private static String escaped(String text) {
    return text.replace("\"", "\\\"");
  }

  private static HttpCall html(String slug) {
    return condition(slug).header("accept", "text/html, */*;q=0.8");
  }
}
