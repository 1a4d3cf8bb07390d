package org.alike.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alike.kernel.Json;
import org.jspecify.annotations.Nullable;

/**
 * One file of a condition's page: {@code slug[.lang][.plain].md}. What it says is checked later,
 * together with the other files of the page; that it has the shape of such a file is checked here.
 */
final class VariantFile {
  private static final Pattern NAME = Pattern.compile("[^.]+(?:\\.([a-z]{2,3}))?(\\.plain)?");
  private static final Set<String> REVIEW = Set.of("reviewedBy", "reviewed", "nextReview");
  private static final Set<String> OF_ALL = Set.of("slug", "summary", "sections");
  private static final Set<String> OF_THE_FIRST =
      Set.of("alsoKnownAs", "covers", "symptoms", "treatments", "sources");
  private static final Set<String> OF_OTHER_LANGUAGES = Set.of("name", "shortName", "alsoKnownAs");

  private final PageFile file;
  private final Reading reading;
  private final Map<String, Object> matter;
  private final List<Markdown.Part> parts;
  private final List<PageRejected> mistakes = new ArrayList<>();

  private VariantFile(
      PageFile file, Reading reading, Map<String, Object> matter, List<Markdown.Part> parts) {
    this.file = file;
    this.reading = reading;
    this.matter = matter;
    this.parts = parts;
  }

  /**
   * Reads a file.
   *
   * @throws PageRejected when it can't be read at all
   */
  static VariantFile of(PageFile file) {
    Reading reading = reading(file);
    FrontMatter front = FrontMatter.of(file);
    List<Markdown.Part> parts = Markdown.parts(front.body());
    VariantFile read =
        new VariantFile(file, reading, front.take(fields(reading)), parts.subList(1, parts.size()));
    read.mistakes.addAll(front.left());
    if (!file.slug().equals(read.matter.get("slug"))) {
      read.mistakes.add(file.rejected("slug", "must be the file's name"));
    }
    if (!parts.get(0).markdown().isEmpty()) {
      read.mistakes.add(file.rejected("text", "begins before the first heading"));
    }
    read.checkSections();
    return read;
  }

  /** What such a file does not have. */
  List<PageRejected> mistakes() {
    return mistakes;
  }

  PageFile file() {
    return file;
  }

  Reading reading() {
    return reading;
  }

  /** A field of the file's head. */
  @Nullable Object field(String name) {
    return matter.get(name);
  }

  /** The variant as JSON; sections that name no sources lean on those of the other file. */
  Map<String, Object> toJson(VariantFile first) {
    List<Map<String, Object>> sections = new ArrayList<>();
    for (Markdown.Part part : parts) {
      Map<String, Object> section =
          Json.of("id", part.id(), "heading", part.heading(), "markdown", part.markdown());
      REVIEW.forEach(name -> section.put(name, orEmpty(of(part.id(), name))));
      Object own = own(part.id()).get("sources");
      section.put("sources", orEmpty(own != null ? own : first.own(part.id()).get("sources")));
      sections.add(section);
    }
    return Json.of(
        "lang", reading.lang(),
        "level", reading.level().id(),
        "name", matter.get("name"),
        "shortName", matter.get("shortName"),
        "alsoKnownAs", reading.equals(Reading.FIRST) ? null : matter.get("alsoKnownAs"),
        "summary", matter.get("summary"),
        "sections", sections);
  }

  /** Where a mistake in the field of a section was made. */
  String place(int section, String field) {
    String id = parts.get(section).id();
    if (own(id).containsKey(field) || field.equals("sources")) {
      return "sections." + id + "." + field;
    }
    return REVIEW.contains(field) ? field : "{#" + id + "}";
  }

  private static Object orEmpty(@Nullable Object value) {
    return value == null ? "" : value;
  }

  /** What holds for a section: its own, or else the file's. */
  private @Nullable Object of(String id, String name) {
    Object own = own(id).get(name);
    return own != null ? own : matter.get(name);
  }

  private Map<String, Object> own(String id) {
    return Json.asObject(matter.get("sections"))
        .flatMap(sections -> Json.asObject(sections.get(id)))
        .orElse(Map.of());
  }

  private void checkSections() {
    Set<String> fields = new HashSet<>(REVIEW);
    fields.add("sources");
    Object sections = matter.getOrDefault("sections", Map.of());
    if (!(sections instanceof Map<?, ?> map)) {
      mistakes.add(file.rejected("sections", "must be a field for each section"));
      return;
    }
    Set<String> ids = new HashSet<>(parts.stream().map(Markdown.Part::id).toList());
    map.forEach(
        (id, own) -> {
          if (!ids.contains(String.valueOf(id))) {
            mistakes.add(file.rejected("sections." + id, "is not a section of the text"));
          } else if (!(own instanceof Map<?, ?> named) || !fields.containsAll(named.keySet())) {
            mistakes.add(
                file.rejected("sections." + id, "may have sources and its own review only"));
          }
        });
  }

  private static Reading reading(PageFile file) {
    Matcher name = NAME.matcher(file.name());
    if (!name.matches() || Reading.ENGLISH.equals(name.group(1))) {
      throw file.rejected("name", "must be slug.md, slug.plain.md, slug.es.md or slug.es.plain.md");
    }
    String lang = name.group(1) == null ? Reading.ENGLISH : name.group(1);
    return new Reading(lang, name.group(2) == null ? Level.STANDARD : Level.PLAIN);
  }

  private static Set<String> fields(Reading reading) {
    Set<String> fields = new HashSet<>(OF_ALL);
    fields.addAll(REVIEW);
    if (reading.equals(Reading.FIRST)) {
      fields.addAll(OF_THE_FIRST);
    } else if (!reading.lang().equals(Reading.ENGLISH)) {
      fields.addAll(OF_OTHER_LANGUAGES);
    }
    return fields;
  }
}
