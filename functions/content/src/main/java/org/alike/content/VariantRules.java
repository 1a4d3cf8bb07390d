package org.alike.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Fields;

/**
 * What the texts of a manuscript must keep to: one for each language and level at most, the English
 * standard text among them and complete, the others with no other sections. One per manuscript.
 */
final class VariantRules {
  private static final int MAX_NAME = 150;
  private static final int MAX_MARKDOWN = 20_000;
  private final Set<String> sources;

  /** What each variant is, and which sections it has, in their order. */
  private final List<String> readings = new ArrayList<>();

  private final List<List<String>> sections = new ArrayList<>();

  /** For texts that may lean on these sources. */
  VariantRules(Set<String> sources) {
    this.sources = sources;
  }

  /** Notes every broken rule of these variants, which are in a list of this name in the whole. */
  void check(Fields whole, List<Fields> variants) {
    Map<String, Integer> unnamed = new HashMap<>();
    Set<String> named = new HashSet<>(Set.of(Reading.ENGLISH));
    for (int i = 0; i < variants.size(); i++) {
      String lang = checkVariant(variants.get(i));
      if (checkNames(variants.get(i), lang)) {
        named.add(lang);
      } else {
        unnamed.putIfAbsent(lang, i);
      }
    }
    unnamed.keySet().removeAll(named);
    unnamed.forEach(
        (lang, at) ->
            variants.get(at).reject("name", "required", "Each language needs the name once."));
    checkFirst(whole, variants);
  }

  /** Looks at one variant; returns its language. */
  private String checkVariant(Fields variant) {
    String lang = variant.text("lang", 1, MAX_NAME);
    if (!lang.isEmpty() && !Reading.isLanguage(lang)) {
      variant.reject("lang", "shape", "This must be a language tag such as es.");
    }
    Level level = variant.oneOf("level", Level.STANDARD);
    String key = lang + "/" + level.id();
    if (readings.contains(key)) {
      variant.reject("lang", "twice", "There is another text in this language at this level.");
    }
    ManuscriptRules.line(variant, "summary", 1_000);
    List<String> ids = new ArrayList<>();
    for (Fields section : variant.objects("sections", 1, Aspect.values().length)) {
      ids.add(checkSection(section, ids));
    }
    readings.add(key);
    sections.add(ids);
    return lang;
  }

  /** Whether the variant tells what its language calls the condition. */
  private static boolean checkNames(Fields variant, String lang) {
    Optional<String> name = variant.optionalText("name", MAX_NAME);
    Optional<String> shortName = variant.optionalText("shortName", 30);
    ManuscriptRules.list(variant, "alsoKnownAs");
    boolean english = lang.equals(Reading.ENGLISH);
    if (english && (name.isPresent() || shortName.isPresent())) {
      variant.reject("name", "not-here", "English names are the vocabulary's.");
    }
    name.filter(text -> text.indexOf('\n') >= 0)
        .ifPresent(text -> variant.reject("name", "one-line", "This must be on one line."));
    return english || name.isPresent();
  }

  /** Looks at one section, which comes behind these; returns its id. */
  private String checkSection(Fields section, List<String> before) {
    String id = section.text("id", 1, MAX_NAME);
    if (!id.isEmpty() && Aspect.find(id).isEmpty()) {
      section.reject("id", "choice", "This must be one of the aspects.");
    } else if (!id.isEmpty() && before.contains(id)) {
      section.reject("id", "twice", "This section is there already.");
    }
    ManuscriptRules.line(section, "heading", MAX_NAME);
    checkMarkdown(section, section.text("markdown", 1, MAX_MARKDOWN));
    checkReview(section);
    List<String> leansOn = ManuscriptRules.list(section, "sources");
    if (leansOn.isEmpty()) {
      section.reject("sources", "required", "At least one source is needed.");
    }
    for (int i = 0; i < leansOn.size(); i++) {
      if (!sources.contains(leansOn.get(i))) {
        section.reject("sources/" + i, "unknown", "The page names no such source.");
      }
    }
    return id;
  }

  private static void checkMarkdown(Fields section, String markdown) {
    if (Intricacy.of(markdown)) {
      section.reject("markdown", "nesting", "This is nested too deep or has too many marks.");
    } else if (Markdown.hasPageHeading(markdown)) {
      section.reject("markdown", "heading", "Headings in a section begin with ###.");
    } else if (!markdown.isEmpty() && Markdown.plainText(markdown).isEmpty()) {
      section.reject("markdown", "required", "There is nothing to read in this.");
    }
  }

  private static void checkReview(Fields section) {
    ManuscriptRules.line(section, "reviewedBy", MAX_NAME);
    Optional<LocalDate> reviewed = needed(section, "reviewed");
    Optional<LocalDate> next = needed(section, "nextReview");
    if (reviewed.isPresent() && next.isPresent() && !next.get().isAfter(reviewed.get())) {
      section.reject("nextReview", "order", "This must come after the review.");
    }
  }

  private static Optional<LocalDate> needed(Fields section, String name) {
    if (section.text(name, 1, 10).isEmpty()) {
      return Optional.empty();
    }
    return section.date(name);
  }

  private void checkFirst(Fields whole, List<Fields> variants) {
    int at = readings.indexOf(Reading.FIRST.key());
    if (at < 0) {
      if (!variants.isEmpty()) {
        whole.reject("variants", "required", "The English standard text is missing.");
      }
      return;
    }
    Set<String> first = Set.copyOf(sections.get(at));
    for (String missing : Aspect.missing(first)) {
      variants.get(at).reject("sections", "required", "The section " + missing + " is missing.");
    }
    for (int i = 0; i < variants.size(); i++) {
      for (int j = 0; j < sections.get(i).size(); j++) {
        if (!first.contains(sections.get(i).get(j))) {
          String where = "sections/" + j + "/id";
          variants.get(i).reject(where, "unknown", "The English standard text lacks this section.");
        }
      }
    }
  }
}
