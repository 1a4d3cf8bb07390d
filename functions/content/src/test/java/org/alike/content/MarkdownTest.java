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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick='alert(1)'>b</b> <iframe src='//evil.example'></iframe>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](java\nscript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox)",
        "![x](data:image/svg+xml;base64,PHN2Zz4=)",
        "![x](https://evil.example/pixel.png)",
        "<a href='javascript:alert(1)'>x</a>",
        "<svg><script>alert(1)</script></svg>",
        "<style>body{display:none}</style>",
        "```\n</code></pre><script>alert(1)</script>\n```",
        "[x]: javascript:alert(1)\n\n[x]",
        "<https://ok.example/\"onmouseover=alert(1)>"
      })
  void html_isHarmless_whenMarkdownIsHostile(String hostile) {
    assertThat(dangers(Markdown.html(hostile))).isEmpty();
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
