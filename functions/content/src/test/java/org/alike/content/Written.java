package org.alike.content;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pages as an editor could write them, for tests that change one thing in them. */
final class Written {
  private Written() {}

  static PageFile condition(String slug) {
    return new PageFile("conditions/" + slug + ".md", text(slug));
  }

  static PageFile condition(String slug, String what, String instead) {
    String text = text(slug);
    if (!text.contains(what)) {
      throw new IllegalArgumentException("Not on the page: " + what);
    }
    return new PageFile("conditions/" + slug + ".md", text.replace(what, instead));
  }

  static PageFile site(String slug) {
    return new PageFile(
        "site/" + slug + ".md",
        "---\nslug: "
            + slug
            + "\ntitle: About\nsummary: In short.\nreviewed: 2026-11-23\n---\n\nHello.\n");
  }

  private static String text(String slug) {
    String sections =
        Stream.of("overview", "symptoms", "diagnosis", "treatments", "living-with", "urgent-help")
            .map(id -> "## About " + id + " {#" + id + "}\n\nWords on " + id + ".\n")
            .collect(Collectors.joining("\n"));
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
        ---

        %s"""
        .formatted(slug, sections);
  }
}
