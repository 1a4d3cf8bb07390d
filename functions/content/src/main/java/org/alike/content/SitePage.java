package org.alike.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Json;

/** What the file of a page about the site says. */
record SitePage(String slug, String title, String summary, LocalDate reviewed, String markdown) {

  /**
   * Reads a file.
   *
   * @throws PageRejected naming the first field that is not as it must be
   */
  static SitePage of(PageFile file) {
    FrontMatter matter = FrontMatter.of(file);
    SitePage page =
        new SitePage(
            matter.text("slug"),
            matter.text("title"),
            matter.text("summary"),
            matter.date("reviewed"),
            matter.body().strip());
    matter.end();
    if (!page.slug.equals(file.name())) {
      throw file.rejected("slug", "must be the file's name");
    }
    if (page.markdown.isEmpty()) {
      throw file.rejected("text", "is missing");
    }
    return page;
  }

  /** The page as it is served. */
  Page toPage() {
    List<Map<String, Object>> sections =
        Markdown.parts(markdown).stream()
            .filter(section -> !section.html().isEmpty())
            .map(SitePage::section)
            .toList();
    Map<String, Object> json =
        Json.of(
            "slug", slug,
            "title", title,
            "summary", summary,
            "html", Markdown.html(markdown),
            "markdown", markdown,
            "sections", sections,
            "reviewed", reviewed.toString());
    return new Page(
        PageKind.PAGE,
        slug,
        Map.of(Reading.ENGLISH, new Title(title, Optional.empty())),
        Set.of(),
        List.of(),
        reviewed,
        Optional.empty(),
        Outline.NONE,
        Json.write(json),
        Optional.empty());
  }

  /** A kept page as it is served. */
  static String served(PublishedPage page) {
    Map<String, Object> json = Json.trusted(page.content());
    json.put("version", page.head().version());
    return Json.write(json);
  }

  private static Map<String, Object> section(Markdown.Part section) {
    boolean opening = section.heading().isEmpty();
    return Json.of(
        "id",
        opening ? "introduction" : section.id(),
        "heading",
        opening ? null : section.heading(),
        "html",
        section.html(),
        "markdown",
        section.markdown());
  }
}
