package org.alike.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.alike.vocabulary.Vocabulary;

/**
 * Turns editors' files into pages. Either all of them are right, or the mistakes of all of them are
 * told and there are no pages. Thread-safe.
 */
final class PageReader {
  private static final String CONDITIONS = "conditions";
  private static final String SITE = "site";
  private final Vocabulary vocabulary;

  PageReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * The pages of these files.
   *
   * @throws PageRejected naming every file that can't be published, with the field and the rule
   */
  List<Page> read(List<PageFile> files) {
    Set<String> slugs =
        files.stream()
            .filter(file -> file.folder().equals(CONDITIONS))
            .map(PageFile::name)
            .collect(Collectors.toSet());
    List<Page> pages = new ArrayList<>();
    List<PageRejected> rejected = new ArrayList<>();
    for (PageFile file : files) {
      try {
        pages.add(page(file, slugs));
      } catch (PageRejected mistake) {
        rejected.add(mistake);
      }
    }
    if (rejected.isEmpty()) {
      rejected.addAll(coveredTwice(pages, slugs));
    }
    if (!rejected.isEmpty()) {
      throw PageRejected.all(rejected);
    }
    return pages;
  }

  private Page page(PageFile file, Set<String> slugs) {
    return switch (file.folder()) {
      case CONDITIONS -> ConditionPage.of(file, vocabulary).toPage(vocabulary, slugs);
      case SITE -> SitePage.of(file).toPage();
      default -> throw file.rejected("folder", "must be conditions or site");
    };
  }

  private static List<PageRejected> coveredTwice(List<Page> pages, Set<String> slugs) {
    List<PageRejected> rejected = new ArrayList<>();
    Set<String> covered = new HashSet<>(slugs);
    Map<String, String> by = new HashMap<>();
    for (Page page : pages) {
      for (String general : page.covers()) {
        if (!covered.add(general)) {
          String other = by.getOrDefault(general, general);
          rejected.add(
              new PageRejected(page.slug() + ": covers: already the matter of page " + other));
        }
        by.put(general, page.slug());
      }
    }
    return rejected;
  }
}
