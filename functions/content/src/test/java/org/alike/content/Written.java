package org.alike.content;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pages as an editor could write them, for tests that change one thing in them. */
final class Written {
  private Written() {}

  static PageFile condition(String slug) {
    return new PageFile("conditions/" + slug + ".md", page(slug));
  }

  static PageFile condition(String slug, String what, String instead) {
    String text = page(slug);
    if (!text.contains(what)) {
      throw new IllegalArgumentException("Not on the page: " + what);
    }
    return new PageFile("conditions/" + slug + ".md", text.replace(what, instead));
  }

  /** A text in another language or at another level, with these sections. */
  static PageFile variant(String slug, String ending, String... sections) {
    return new PageFile(
        "conditions/" + slug + "." + ending + ".md",
        """
        ---
        slug: %s
        %ssummary: In other words.
        reviewedBy: Translators
        reviewed: 2026-11-23
        nextReview: 2027-05-23
        ---

        %s"""
            .formatted(slug, ending.equals("plain") ? "" : "name: Nombre\n", text(sections)));
  }

  static PageFile site(String slug) {
    return new PageFile(
        "site/" + slug + ".md",
        "---\nslug: "
            + slug
            + "\ntitle: About\nsummary: In short.\nreviewed: 2026-11-23\n---\n\nHello.\n");
  }

  private static String page(String slug) {
    String[] sections = {
      "overview", "symptoms", "diagnosis", "treatments", "living-with", "urgent-help"
    };
    return """
        ---
        slug: %s
        summary: In short.
        reviewedBy: Editors
        reviewed: 2026-11-23
        nextReview: 2027-11-23
        sources:
          - id: guide
            title: A guide
            publisher: An institute
            url: https://example.org/guide
        sections:
        %s
        ---

        %s"""
        .formatted(
            slug,
            Stream.of(sections)
                .map(id -> "  " + id + ": {sources: [guide]}")
                .collect(Collectors.joining("\n")),
            text(sections));
  }

  private static String text(String... sections) {
    return Stream.of(sections)
        .map(id -> "## About " + id + " {#" + id + "}\n\nWords on " + id + ".\n")
        .collect(Collectors.joining("\n"));
  }
}
