package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import org.alike.kernel.Json;
import org.alike.vocabulary.Vocabulary;

/** What holds for every page, whatever is asked for on whatever day. */
class CompositionTest {
  private static final List<String> ASPECTS =
      List.of("overview", "symptoms", "diagnosis", "treatments", "living-with", "urgent-help");
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-23");

  @Property(tries = 300)
  void everySection_isThereOnce_andSaysSoWhenItIsAnother(
      @ForAll("manuscripts") Manuscript manuscript, @ForAll("readings") Reading asked) {
    Composition composition = Composition.of(Outline.of(manuscript), asked, FIRST_DAY);

    assertThat(composition.places()).extracting(Composition.Place::id).isEqualTo(ASPECTS);
    for (Composition.Place place : composition.places()) {
      assertThat(place.fallback()).isEqualTo(!place.from().equals(asked));
      assertThat(manuscript.variant(place.from()).orElseThrow().section(place.id())).isPresent();
      for (Reading better : asked.fallbacks()) {
        if (better.equals(place.from())) {
          break;
        }
        assertThat(manuscript.variant(better).flatMap(variant -> variant.section(place.id())))
            .isEmpty();
      }
    }
  }

  @Property(tries = 300)
  void outline_isTheSame_whenReadBack(@ForAll("manuscripts") Manuscript manuscript) {
    Outline outline = Outline.of(manuscript);

    assertThat(Outline.of(outline.lines())).isEqualTo(outline);
    assertThat(ManuscriptJson.read(Json.trusted(Json.write(manuscript.toJson()))))
        .isEqualTo(manuscript);
  }

  @Property(tries = 300)
  void compositions_areEqual_exactlyWhenThePagesAre(
      @ForAll("manuscripts") Manuscript manuscript,
      @ForAll("readings") Reading one,
      @ForAll("readings") Reading two,
      @ForAll("days") LocalDate today,
      @ForAll("days") LocalDate later) {
    Edition edition = Edition.of(manuscript, Vocabulary.standard());
    Outline outline = Outline.of(manuscript);
    Composition first = Composition.of(outline, one, today);
    Composition second = Composition.of(outline, two, later);

    boolean same = page(edition, first).equals(page(edition, second));
    assertThat(first.equals(second)).isEqualTo(same);
    assertThat(first.toString().equals(second.toString())).isEqualTo(same);
  }

  private static String page(Edition edition, Composition composition) {
    return Json.write(new ServedPage(edition, composition, 1, Instant.EPOCH, List.of()).toJson());
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 6).map(FIRST_DAY::plusDays);
  }

  @Provide
  Arbitrary<Reading> readings() {
    return Combinators.combine(Arbitraries.of("en", "es", "fr", "de"), Arbitraries.of(Level.class))
        .as(Reading::new);
  }

  @Provide
  Arbitrary<Manuscript> manuscripts() {
    Arbitrary<Reading> written =
        Combinators.combine(Arbitraries.of("en", "es", "fr"), Arbitraries.of(Level.class))
            .as(Reading::new);
    Arbitrary<Set<String>> sections = Arbitraries.of(ASPECTS).set().ofMinSize(1);
    Arbitrary<Integer> due = Arbitraries.integers().between(1, 5);
    return Combinators.combine(written, sections, due)
        .as(Tuple::of)
        .list()
        .ofMaxSize(4)
        .map(CompositionTest::manuscript);
  }

  private static Manuscript manuscript(List<Tuple3<Reading, Set<String>, Integer>> others) {
    List<Variant> variants = new ArrayList<>(List.of(variant(Reading.FIRST, ASPECTS, 3)));
    Set<Reading> known = new HashSet<>(Set.of(Reading.FIRST));
    for (Tuple3<Reading, Set<String>, Integer> other : others) {
      if (known.add(other.get1())) {
        List<String> ids = ASPECTS.stream().filter(other.get2()::contains).toList();
        variants.add(variant(other.get1(), ids, other.get3()));
      }
    }
    return new Manuscript(
        "migraine",
        List.of(),
        List.of(),
        List.of("nausea"),
        List.of(),
        List.of(new Source("guide", "A guide", "An institute", "https://a.example/")),
        variants);
  }

  private static Variant variant(Reading reading, List<String> ids, int due) {
    List<Section> sections = new ArrayList<>();
    for (String id : ids) {
      Review review =
          new Review("Editors", FIRST_DAY, FIRST_DAY.plusDays(due + sections.size() % 2));
      String text = id + " in " + reading.key();
      sections.add(new Section(id, "On " + text, "About " + text, review, List.of("guide")));
    }
    boolean english = reading.lang().equals("en");
    return new Variant(
        reading,
        english ? Optional.empty() : Optional.of("Name in " + reading.lang()),
        Optional.empty(),
        List.of(),
        "Summary in " + reading.key(),
        sections);
  }
}
