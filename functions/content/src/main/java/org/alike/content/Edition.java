package org.alike.content;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.vocabulary.Vocabulary;

/**
 * A manuscript made ready to be read: with its HTML, which is made once, at publication, and with
 * what the vocabulary says of it. Immutable.
 *
 * @param subject what the vocabulary says
 * @param manuscript what editors wrote
 * @param html by reading and section id
 */
record Edition(Subject subject, Manuscript manuscript, Map<Reading, Map<String, String>> html) {
  /** As JSON, in any language and level. */
  static final int MAX_SERVED_BYTES = 64 * 1024;

  /**
   * Makes the edition of a manuscript.
   *
   * @throws Failure INVALID when a page composed of it would be larger than {@link
   *     #MAX_SERVED_BYTES}
   */
  static Edition of(Manuscript manuscript, Vocabulary vocabulary) {
    Map<Reading, Map<String, String>> html = new LinkedHashMap<>();
    for (Variant variant : manuscript.variants()) {
      Map<String, String> sections = new LinkedHashMap<>();
      variant.sections().forEach(s -> sections.put(s.id(), Markdown.html(s.markdown())));
      html.put(variant.reading(), sections);
    }
    Edition edition = new Edition(Subject.of(manuscript, vocabulary), manuscript, html);
    edition.checkSizes();
    return edition;
  }

  /** The edition that was kept as this JSON. */
  static Edition fromJson(Map<String, Object> json) {
    Map<Reading, Map<String, String>> html = new LinkedHashMap<>();
    object(json, "html")
        .forEach(
            (key, sections) -> {
              Map<String, String> texts = new LinkedHashMap<>();
              Json.asObject(sections)
                  .orElse(Map.of())
                  .forEach((id, text) -> texts.put(id, String.valueOf(text)));
              html.put(Reading.of(key), texts);
            });
    return new Edition(
        Subject.fromJson(object(json, "subject")),
        ManuscriptJson.read(object(json, "manuscript")),
        html);
  }

  Map<String, Object> toJson() {
    Map<String, Object> texts = new LinkedHashMap<>();
    html.forEach((reading, sections) -> texts.put(reading.key(), sections));
    return Json.of("subject", subject.toJson(), "manuscript", manuscript.toJson(), "html", texts);
  }

  /** What the page is called in this language. */
  Title title(String lang) {
    if (lang.equals(Reading.ENGLISH)) {
      return subject.title();
    }
    return manuscript.variants().stream()
        .filter(variant -> variant.reading().lang().equals(lang) && variant.name().isPresent())
        .map(variant -> new Title(variant.name().get(), variant.shortName()))
        .findFirst()
        .orElse(subject.title());
  }

  /** What it is called in each of its languages, English first. */
  Map<String, Title> titles() {
    Map<String, Title> titles = new LinkedHashMap<>();
    manuscript.languages().forEach(lang -> titles.put(lang, title(lang)));
    return titles;
  }

  Section section(Composition.Place place) {
    return manuscript.variant(place.from()).flatMap(v -> v.section(place.id())).orElseThrow();
  }

  String html(Composition.Place place) {
    return html.getOrDefault(place.from(), Map.of()).getOrDefault(place.id(), "");
  }

  /** Every reading of the page stays small, whatever the day. */
  private void checkSizes() {
    Outline outline = Outline.of(manuscript);
    for (int i = 0; i < manuscript.variants().size(); i++) {
      Reading reading = manuscript.variants().get(i).reading();
      Composition composition = Composition.of(outline, reading, LocalDate.MAX);
      ServedPage page =
          new ServedPage(this, composition, Integer.MAX_VALUE, Instant.EPOCH, List.of());
      String json = Json.write(page.toJson());
      if (json.getBytes(StandardCharsets.UTF_8).length > MAX_SERVED_BYTES) {
        throw Failure.invalid("/variants/" + i, "too-long", "The page would be longer than 64 KB.");
      }
    }
  }

  private static Map<String, Object> object(Map<String, Object> json, String name) {
    return Json.asObject(json.get(name)).orElse(Map.of());
  }
}
