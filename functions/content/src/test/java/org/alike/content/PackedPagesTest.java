package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alike.kernel.Json;
import org.alike.vocabulary.Vocabulary;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The real pages keep what they promise. */
class PackedPagesTest {
  private static final List<Page> PAGES =
      new PageReader(Vocabulary.standard())
          .read(PageFolder.packed().files()).stream().map(FilePage::page).toList();

  @Test
  void conditions_areTheOnesPromised() {
    assertThat(PAGES)
        .filteredOn(page -> page.kind() == PageKind.CONDITION)
        .extracting(Page::slug)
        .hasSizeGreaterThanOrEqualTo(14)
        .contains(
            "amyotrophic-lateral-sclerosis",
            "type-2-diabetes",
            "multiple-sclerosis",
            "parkinsons-disease",
            "systemic-lupus-erythematosus",
            "rheumatoid-arthritis",
            "crohns-disease",
            "fibromyalgia",
            "endometriosis",
            "epilepsy",
            "long-covid",
            "migraine");
  }

  @Test
  void conditions_haveSectionsSourcesDatesAndDisclaimer() {
    for (Page page : PAGES) {
      if (page.kind() == PageKind.CONDITION) {
        Map<String, Object> served = served(page);
        Map<String, Object> editorial = Json.asObject(served.get("editorial")).orElseThrow();

        assertThat(ids(page))
            .as(page.slug())
            .contains(
                "overview", "symptoms", "diagnosis", "treatments", "living-with", "urgent-help");
        assertThat((List<?>) editorial.get("sources")).as(page.slug()).hasSizeGreaterThan(1);
        assertThat(editorial).containsKeys("reviewedBy", "reviewed", "nextReview", "processUrl");
        assertThat(served.get("disclaimer"))
            .isEqualTo("This is not a substitute for professional medical advice.");
      }
    }
  }

  @Test
  void pages_areSmall_inEveryReadingAndForm() {
    SiteAddresses site = new SiteAddresses("https://alike.example");
    for (Page page : PAGES) {
      page.manuscript()
          .ifPresent(
              manuscript ->
                  manuscript
                      .variants()
                      .forEach(
                          variant -> {
                            ServedPage served = served(page, variant.reading());
                            assertThat(bytes(Json.write(served.toJson()))).isLessThan(65_536);
                            assertThat(bytes(PageHtml.of(served, site))).isLessThan(65_536);
                          }));
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  @Test
  void als_carriesTheFacts() {
    Page als = page("amyotrophic-lateral-sclerosis");

    assertThat(text(als, "overview")).contains("nerves that control your muscles", "no cure");
    assertThat(text(als, "outlook")).contains("only a few years after symptoms begin");
    assertThat(text(als, "symptoms"))
        .contains("difficulty walking, tripping", "weakness in your legs", "hands")
        .contains("slurred speech", "trouble swallowing", "cramps and twitching in your arms")
        .contains("shoulders and tongue", "crying, laughing or yawning", "thinking or behaviour")
        .contains("starts in the hands, feet or limbs, then spreads", "pain is uncommon")
        .contains("bladder and the senses", "usually spared");
    assertThat(text(als, "diagnosis"))
        .contains("emg", "nerve conduction study", "mri", "blood and urine tests", "spinal tap")
        .contains("muscle biopsy", "mostly to rule out other");
    assertThat(text(als, "treatments"))
        .contains("riluzole, taken by mouth, adds about three to six months")
        .contains("edaravone, given by infusion", "slows the decline of daily functioning")
        .contains("muscle spasms", "drooling", "sleep", "pain", "depression")
        .contains("breathing support", "feeding tube", "walking, moving and talking");
  }

  @Test
  void als_isServedInTheShapeOfTheContract() {
    Map<String, Object> body = served(page("amyotrophic-lateral-sclerosis"));

    assertThat(body.keySet())
        .containsExactly(
            "slug",
            "name",
            "shortName",
            "label",
            "alsoKnownAs",
            "codes",
            "lang",
            "level",
            "languages",
            "levels",
            "summary",
            "symptoms",
            "treatments",
            "sections",
            "disclaimer",
            "editorial",
            "related",
            "published",
            "version");
    assertThat(body)
        .containsEntry("label", "Amyotrophic Lateral Sclerosis (ALS)")
        .containsEntry("version", 3L);
    // An import adds more.
    assertThat(body.get("codes"))
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, String.class))
        .containsAllEntriesOf(Map.of("ICD-10", "G12.2", "DOID", "332", "MONDO", "0004976"));
    assertThat(page("amyotrophic-lateral-sclerosis").related()).hasSize(2);
  }

  private static Page page(String slug) {
    return PAGES.stream().filter(page -> page.slug().equals(slug)).findFirst().orElseThrow();
  }

  private static Map<String, Object> served(Page page) {
    return served(page, Reading.FIRST).toJson();
  }

  private static ServedPage served(Page page, Reading reading) {
    Edition edition = Edition.fromJson(Json.trusted(page.content()));
    Composition composition =
        Composition.of(page.outline(), reading, LocalDate.parse("2026-11-23"));
    return new ServedPage(edition, composition, 3, Instant.EPOCH, List.of());
  }

  private static List<Map<String, Object>> sections(Page page) {
    return Events.objects(served(page).get("sections"));
  }

  private static List<String> ids(Page page) {
    return sections(page).stream().map(section -> String.valueOf(section.get("id"))).toList();
  }

  private static String text(Page page, String id) {
    return sections(page).stream()
        .filter(section -> id.equals(section.get("id")))
        .map(section -> Markdown.plainText(String.valueOf(section.get("markdown"))))
        .findFirst()
        .orElseThrow()
        .toLowerCase(Locale.ROOT);
  }
}
