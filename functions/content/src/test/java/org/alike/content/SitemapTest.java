package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Environment;
import org.alike.kernel.HttpEndpoint;
import org.alike.testkit.EventCall;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitemapTest {
  private final Published pages = new Published();

  @Test
  void sitemap_namesEveryPageInEveryLanguage_withItsLastChange() {
    pages.files(
        Written.condition("migraine"),
        Written.variant("migraine", "es", "overview"),
        Written.condition("epilepsy"),
        Written.site("about"));

    Reply reply = HttpCall.of("GET /sitemap.xml").send(pages.function());
    Document xml = Jsoup.parse(reply.body(), Parser.xmlParser());

    assertThat(reply.header("content-type")).isEqualTo("application/xml; charset=utf-8");
    assertThat(xml.select("url > loc").eachText())
        .containsExactly(
            "https://alike.example/",
            "https://alike.example/condition.html?c=epilepsy",
            "https://alike.example/condition.html?c=migraine",
            "https://alike.example/condition.html?c=migraine&lang=es",
            "https://alike.example/page.html?p=about");
    assertThat(xml.select("url > lastmod").eachText()).hasSize(4).contains("2026-11-23T12:00:00Z");
    assertThat(xml.select("url").get(3).select("xhtml|link").eachAttr("hreflang"))
        .containsExactly("en", "es");
  }

  @Test
  void sitemap_isNotSentAgain_whenTheClientHasIt() {
    String tag = HttpCall.of("GET /sitemap.xml").send(pages.function()).header("etag");

    assertThat(
            HttpCall.of("GET /sitemap.xml")
                .header("if-none-match", tag)
                .send(pages.function())
                .status())
        .isEqualTo(304);
  }

  @Test
  void sitemap_takesAddressesOfSeveralSources_andEscapesThem() {
    SitemapSource one = () -> List.of(address("https://a.example/?x=1&y=<2>")).stream();
    SitemapSource two = () -> List.of(address("https://b.example/")).stream();
    Sitemap sitemap = new Sitemap(new SiteAddresses("https://s.example"), "", List.of(one, two));
    var endpoint = HttpEndpoint.of("test", pages.clock()).onOpen("/sitemap.xml", sitemap::show);

    String xml = HttpCall.of("GET /sitemap.xml").send(endpoint::handle).body();

    assertThat(xml).contains("<loc>https://a.example/?x=1&amp;y=&lt;2&gt;</loc>");
    assertThat(Jsoup.parse(xml, Parser.xmlParser()).select("loc")).hasSize(2);
  }

  @Test
  void sitemap_namesPublicThreads_newestFirst_andNeverAMembersThread() {
    ContentSubscriber subscriber = new ContentSubscriber(pages.table(), pages.clock());
    List.of(
            Told.posted("0190-a", 1, "public"),
            Told.posted("0190-b", 1, "members"),
            Told.replied("0190-b", "r1", 5, "members"),
            Told.posted("0190-c", 1, "public"),
            Told.posted("0190-c", 2, "members"),
            Told.posted("0190-d", 1, "public"),
            Told.replied("0190-a", "r2", 10, "public"))
        .forEach(event -> EventCall.deliver(subscriber, event));

    Document xml =
        Jsoup.parse(
            HttpCall.of("GET /sitemap.xml").send(pages.function()).body(), Parser.xmlParser());

    assertThat(xml.select("url > loc").eachText())
        .endsWith(
            "https://alike.example/thread.html?t=0190-d",
            "https://alike.example/thread.html?t=0190-a")
        .noneMatch(address -> address.contains("0190-b") || address.contains("0190-c"));
    assertThat(xml.select("url > lastmod").eachText()).last().isEqualTo("2026-11-23T08:10:00Z");

    EventCall.deliver(subscriber, Told.posted("0190-a", 2, "members"));
    pages.clock().advance(Duration.ofMinutes(1));
    assertThat(HttpCall.of("GET /sitemap.xml").send(pages.function()).body())
        .doesNotContain("0190-a");
  }

  @ParameterizedTest
  @CsvSource({
    "'', api.example, https://api.example/sitemap.xml",
    "'', alike.example, https://alike.example/sitemap.xml",
    "'', evil\\nSitemap: x, https://alike.example/sitemap.xml",
    "https://own.example, api.example, https://own.example/sitemap.xml"
  })
  void robots_nameTheSitemap_whereTheApiIs(String own, String host, String sitemap) {
    Environment environment =
        Environment.of(Map.of("SITE_URL", "https://alike.example", "API_URL", own));
    ContentFunction function = new ContentFunction(environment, pages.table(), pages.clock());

    Reply reply =
        HttpCall.of("GET /robots.txt").header("host", host.replace("\\n", "\n")).send(function);

    assertThat(reply.body()).isEqualTo("User-agent: *\nAllow: /\n\nSitemap: " + sitemap + "\n");
  }

  private static SitemapAddress address(String address) {
    return SitemapAddress.of(address, Optional.empty());
  }
}
