package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  private static final Set<String> ALLOWED =
      Set.of(
          "p",
          "br",
          "strong",
          "em",
          "ul",
          "ol",
          "li",
          "blockquote",
          "code",
          "pre",
          "h2",
          "h3",
          "h4",
          "a");

  @ParameterizedTest
  @MethodSource("org.alike.content.Hostile#markdown")
  void html_isHarmless_whenMarkdownIsHostile(String hostile) {
    String html = Markdown.html(hostile);

    assertThat(dangers(html)).isEmpty();
    assertThat(Markdown.clean(html)).isEqualTo(html);
    assertThat(Markdown.plainText(hostile)).isNotNull();
    assertThat(Markdown.parts(hostile)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<svg onload=alert(1)>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<a href='javascript:alert(1)'>x</a>"
      })
  void html_showsRawHtmlAsText(String raw) {
    String shown = Jsoup.parseBodyFragment(Markdown.html(raw)).body().text();

    assertThat(shown).isEqualTo(Parser.unescapeEntities(raw, false));
  }

  @Test
  void html_isTheTextItself_whenItIsNestedTooDeep() {
    String deep = "> ".repeat(2_000) + "x";

    assertThat(Jsoup.parseBodyFragment(Markdown.html(deep)).body().text()).isEqualTo(deep);
  }

  @Property(tries = 500)
  void html_isHarmlessAndStable_whateverTheMarkdown(@ForAll("hostile") String markdown) {
    String html = Markdown.html(markdown);

    assertThat(dangers(html)).isEmpty();
    assertThat(Markdown.clean(html)).isEqualTo(html);
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of(
            "<script>",
            "</script>",
            "<img src=x onerror=alert(1)>",
            "[a](javascript:b)",
            "![c](d)",
            "**",
            "`",
            "```\n",
            "\n\n",
            "- ",
            "> ",
            "<svg/onload=e>",
            "<a href=\"",
            "\">",
            "&lt;",
            "&#x6A;",
            "](",
            "data:text/html,x",
            "<!--",
            "-->",
            "<math>",
            "]]>",
            "words ",
            "# ",
            "é")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Test
  void html_keepsWhatPagesNeed() {
    String html =
        Markdown.html("A **b** *c* [d](https://e.example) [f](condition.html?c=g)\n\n- h");

    assertThat(html)
        .contains("<strong>b</strong>", "<em>c</em>", "<li>h</li>")
        .contains("<a href=\"https://e.example\" rel=\"noopener\">d</a>")
        .contains("<a href=\"condition.html?c=g\" rel=\"noopener\">f</a>");
  }

  @Test
  void sections_areCutAtHeadingsOfTheSecondLevel() {
    List<Markdown.Part> sections =
        Markdown.parts(
            "Hi.\n\n## One {#a}\n\nText *x*\n\n### Sub\n\n```\n## no\n```\n\n## Zwei é\nB");

    assertThat(sections).extracting(Markdown.Part::id).containsExactly("", "a", "zwei-e");
    assertThat(sections).extracting(Markdown.Part::heading).containsExactly("", "One", "Zwei é");
    assertThat(sections.get(1).markdown()).isEqualTo("Text *x*\n\n### Sub\n\n```\n## no\n```");
    assertThat(sections.get(1).html()).contains("<em>x</em>", "<h3>Sub</h3>", "## no");
  }

  @Test
  void plainText_hasALineForEachParagraphAndPoint() {
    assertThat(Markdown.plainText("One **two**.\n\n- three\n- [four](https://f.example)"))
        .contains("One two.\n", "three\n")
        .doesNotContain("**");
  }

  /** What a browser would see in this HTML that could act. */
  private static List<String> dangers(String html) {
    List<String> dangers = new ArrayList<>();
    for (Element element : Jsoup.parseBodyFragment(html).body().children().select("*")) {
      if (!ALLOWED.contains(element.tagName())) {
        dangers.add(element.tagName());
      }
      for (Attribute attribute : element.attributes()) {
        boolean known = List.of("href", "rel", "start").contains(attribute.getKey());
        if (!known || attribute.getValue().matches("(?is)\\s*(javascript|data|vbscript):.*")) {
          dangers.add(element.tagName() + " " + attribute);
        }
      }
    }
    return dangers;
  }
}
