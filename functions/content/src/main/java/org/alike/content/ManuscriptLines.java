package org.alike.content;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A manuscript as lines of text, place by place, for comparing it with another. What is empty has
 * no place. Pure.
 */
final class ManuscriptLines {
  private final Map<TextChange, List<String>> lines = new LinkedHashMap<>();

  private ManuscriptLines() {}

  static Map<TextChange, List<String>> of(Manuscript manuscript) {
    ManuscriptLines all = new ManuscriptLines();
    all.add(manuscript);
    manuscript.variants().forEach(all::add);
    return all.lines;
  }

  private void add(Manuscript page) {
    Optional<Reading> none = Optional.empty();
    put(none, "alsoKnownAs", page.alsoKnownAs());
    put(none, "covers", page.covers());
    put(none, "symptoms", page.symptoms());
    put(none, "treatments", page.treatments());
    put(none, "sources", page.sources().stream().map(ManuscriptLines::line).toList());
    put(none, "variants", page.variants().stream().map(v -> v.reading().key()).toList());
  }

  private void add(Variant variant) {
    Optional<Reading> reading = Optional.of(variant.reading());
    put(reading, "name", variant.name().stream().toList());
    put(reading, "shortName", variant.shortName().stream().toList());
    put(reading, "alsoKnownAs", variant.alsoKnownAs());
    put(reading, "summary", split(variant.summary()));
    put(reading, "order", variant.sections().stream().map(Section::id).toList());
    variant.sections().forEach(section -> add(reading, section));
  }

  private void add(Optional<Reading> reading, Section section) {
    Optional<String> id = Optional.of(section.id());
    Review review = section.review();
    put(reading, id, "heading", List.of(section.heading()));
    put(reading, id, "markdown", split(section.markdown()));
    put(reading, id, "reviewedBy", List.of(review.reviewedBy()));
    put(reading, id, "reviewed", List.of(review.reviewed().toString()));
    put(reading, id, "nextReview", List.of(review.nextReview().toString()));
    put(reading, id, "sources", section.sources());
  }

  private void put(Optional<Reading> reading, String field, List<String> texts) {
    put(reading, Optional.empty(), field, texts);
  }

  private void put(
      Optional<Reading> reading, Optional<String> section, String field, List<String> texts) {
    if (!texts.isEmpty()) {
      lines.put(new TextChange(reading, section, field), texts);
    }
  }

  private static List<String> split(String text) {
    return Arrays.asList(text.split("\n", -1));
  }

  private static String line(Source source) {
    return String.join(" · ", source.id(), source.title(), source.publisher(), source.url());
  }
}
