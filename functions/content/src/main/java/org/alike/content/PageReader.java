package org.alike.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alike.kernel.Digest;
import org.alike.kernel.Failure;
import org.alike.vocabulary.Vocabulary;

/**
 * Turns editors' files into pages. Either all of them are right, or the mistakes of all of them are
 * told and there are no pages. Thread-safe.
 */
final class PageReader {
  private static final String CONDITIONS = "conditions";
  private static final String SITE = "site";
  private final Vocabulary vocabulary;
  private final ManuscriptFiles manuscripts;

  PageReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.manuscripts = new ManuscriptFiles(new ManuscriptRules(vocabulary));
  }

  /**
   * The pages of these files.
   *
   * @throws PageRejected naming every mistake in every file, each with the field and the rule
   */
  List<FilePage> read(List<PageFile> files) {
    Map<String, List<PageFile>> pagesFiles = new LinkedHashMap<>();
    for (PageFile file : files) {
      pagesFiles
          .computeIfAbsent(file.folder() + "/" + file.slug(), page -> new ArrayList<>())
          .add(file);
    }
    Set<String> slugs = slugs(files);
    List<FilePage> pages = new ArrayList<>();
    List<PageRejected> rejected = new ArrayList<>();
    for (List<PageFile> ofPage : pagesFiles.values()) {
      try {
        pages.add(new FilePage(page(ofPage, slugs), digest(ofPage)));
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

  private static Set<String> slugs(List<PageFile> files) {
    return files.stream()
        .filter(file -> file.folder().equals(CONDITIONS))
        .map(PageFile::slug)
        .collect(Collectors.toSet());
  }

  private Page page(List<PageFile> files, Set<String> slugs) {
    PageFile first = files.get(0);
    return switch (first.folder()) {
      case CONDITIONS -> condition(files, slugs);
      case SITE -> SitePage.of(first).toPage();
      default -> throw first.rejected("folder", "must be conditions or site");
    };
  }

  private Page condition(List<PageFile> files, Set<String> slugs) {
    Manuscript manuscript = manuscripts.read(files);
    try {
      return Page.of(Edition.of(manuscript, vocabulary), vocabulary, slugs);
    } catch (Failure tooLong) {
      throw files.get(0).rejected("text", tooLong.violations().get(0).message());
    }
  }

  private static String digest(List<PageFile> files) {
    return Digest.of(
        files.stream()
            .flatMap(file -> Stream.of(file.path(), file.text().replace("\r\n", "\n")))
            .toArray(String[]::new));
  }

  private static List<PageRejected> coveredTwice(List<FilePage> pages, Set<String> slugs) {
    List<PageRejected> rejected = new ArrayList<>();
    Set<String> covered = new HashSet<>(slugs);
    Map<String, String> by = new HashMap<>();
    for (FilePage file : pages) {
      Page page = file.page();
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
