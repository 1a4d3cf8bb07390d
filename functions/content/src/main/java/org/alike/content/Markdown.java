package org.alike.content;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Safelist;

/**
 * What becomes of an editor's Markdown: sections, safe HTML, plain text. Pure; thread-safe.
 *
 * <p>HTML is made when a page is published, never while somebody waits for it. Raw HTML in the
 * Markdown ends as text, and so does a text that is too intricate to be read safely; what is not on
 * the list of allowed elements ends as nothing.
 */
final class Markdown {
  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
  private static final TextContentRenderer TEXT =
      TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.COMPACT).build();
  private static final Safelist ALLOWED =
      Safelist.none()
          .addTags("p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre")
          .addTags("h2", "h3", "h4", "a")
          .addAttributes("ol", "start")
          .addAttributes("a", "href")
          .addProtocols("a", "href", "https", "http", "mailto")
          .addEnforcedAttribute("a", "rel", "noopener")
          .preserveRelativeLinks(true);

  /** Relative links are checked as if they stood here; they are kept relative. */
  private static final String BASE = "https://pages.invalid/";

  private Markdown() {}

  /**
   * A part of a text under one heading.
   *
   * @param id what links name it by
   * @param heading plain text; empty for what stands before the first heading
   * @param html cleaned, without the heading
   * @param markdown as it was written, without the heading
   */
  record Part(String id, String heading, String html, String markdown) {}

  /** The whole text as HTML. */
  static String html(String markdown) {
    return clean(HTML.render(parse(markdown)));
  }

  /** The whole text without any markup, a line for each paragraph and each point of a list. */
  static String plainText(String markdown) {
    return TEXT.render(parse(markdown)).strip();
  }

  /** The parts under headings of the second level; the first is what stands before them. */
  static List<Part> parts(String markdown) {
    List<String> lines = markdown.lines().toList();
    List<Part> parts = new ArrayList<>();
    String heading = "";
    int from = 0;
    StringBuilder html = new StringBuilder();
    for (Node node = parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading next && next.getLevel() == 2) {
        parts.add(part(heading, html, lines.subList(from, firstLine(next))));
        heading = TEXT.render(next).strip();
        html.setLength(0);
        from = lastLine(next) + 1;
      } else {
        html.append(HTML.render(node));
      }
    }
    parts.add(part(heading, html, lines.subList(from, lines.size())));
    return parts;
  }

  /** Whether the text has a heading that only the page around it may have. */
  static boolean hasPageHeading(String markdown) {
    for (Node node = parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading && heading.getLevel() <= 2) {
        return true;
      }
    }
    return false;
  }

  private static Node parse(String markdown) {
    if (!Intricacy.of(markdown)) {
      return PARSER.parse(markdown);
    }
    Paragraph asItIs = new Paragraph();
    asItIs.appendChild(new Text(markdown));
    Document document = new Document();
    document.appendChild(asItIs);
    return document;
  }

  /** HTML with nothing in it but the elements, attributes and kinds of address that we allow. */
  static String clean(String html) {
    return Jsoup.clean(html, BASE, ALLOWED, new OutputSettings().prettyPrint(false)).strip();
  }

  /** A heading may name its id: {@code What is it? {#overview}}; else it is made of its words. */
  private static Part part(String heading, StringBuilder html, List<String> lines) {
    int mark = heading.endsWith("}") ? heading.lastIndexOf("{#") : -1;
    String words = mark < 0 ? heading : heading.substring(0, mark).strip();
    String id = mark < 0 ? slug(words) : heading.substring(mark + 2, heading.length() - 1);
    return new Part(id, words, clean(html.toString()), String.join("\n", lines).strip());
  }

  private static String slug(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}|['’]", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  private static int firstLine(Node node) {
    return node.getSourceSpans().get(0).getLineIndex();
  }

  private static int lastLine(Node node) {
    return node.getSourceSpans().get(node.getSourceSpans().size() - 1).getLineIndex();
  }
}
