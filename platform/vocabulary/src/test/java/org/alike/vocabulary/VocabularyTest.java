package org.alike.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
  private static final Vocabulary VOCABULARY = Vocabulary.curated();

  @Test
  void label_hasTheShortForm_whenThereIsOne() {
    assertThat(VOCABULARY.find(Kind.CONDITION, "amyotrophic-lateral-sclerosis").orElseThrow())
        .extracting(Concept::label)
        .isEqualTo("Amyotrophic Lateral Sclerosis (ALS)");
    assertThat(VOCABULARY.find(Kind.CONDITION, "type-2-diabetes").orElseThrow().label())
        .isEqualTo("Diabetes Type 2 (T2D)");
    assertThat(VOCABULARY.find(Kind.CONDITION, "migraine").orElseThrow().label())
        .isEqualTo("Migraine");
  }

  @Test
  void find_isEmpty_whenAskedForAnAlias() {
    assertThat(VOCABULARY.find(Kind.CONDITION, "als")).isEmpty();
    assertThat(VOCABULARY.find(Kind.SYMPTOM, "type-2-diabetes")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "lou gehrigs disease, amyotrophic-lateral-sclerosis",
    "Lou Gehrig’s Disease, amyotrophic-lateral-sclerosis",
    "A.L.S., amyotrophic-lateral-sclerosis",
    "sclerosis lateral amyotrophic, amyotrophic-lateral-sclerosis",
    "amyotropic lateral sclorosis, amyotrophic-lateral-sclerosis",
    "MND, motor-neuron-disease",
    "motor neurone diseases, motor-neuron-disease",
    "t2d, type-2-diabetes",
    "T2DM, type-2-diabetes",
    "type II diabetes, type-2-diabetes",
    "type two diabetes, type-2-diabetes",
    "Diabetes type2, type-2-diabetes",
    "adult-onset diabetes, type-2-diabetes",
    "type I diabetes, type-1-diabetes",
    "sugar diabetes, diabetes",
    "diabetes of any type, diabetes",
    "MS, multiple-sclerosis",
    "i have MS, multiple-sclerosis",
    "mulitple sclorosis, multiple-sclerosis",
    "RA, rheumatoid-arthritis",
    "rhumatoid arthritus, rheumatoid-arthritis",
    "lupus, systemic-lupus-erythematosus",
    "crohns, crohns-disease",
    "crohn´s, crohns-disease",
    "UC, ulcerative-colitis",
    "long haulers, long-covid",
    "longcovid, long-covid",
    "Long-Covid, long-covid",
    "fibro myalgia, fibromyalgia",
    "migranes, migraine",
    "high blood pressure, high-blood-pressure",
    "high-blood-presure, high-blood-pressure",
    "parkinson disease, parkinsons-disease",
    "epilepsia, epilepsy",
    "asthma disease, asthma",
    "underactive thyroid, hypothyroidism",
    "autoimmune disease, autoimmune-conditions"
  })
  void resolve_findsTheCondition_whenWrittenAsPatientsDo(String words, String id) {
    assertThat(found(Kind.CONDITION, words)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "SYMPTOM, cant swallow, trouble-swallowing",
    "SYMPTOM, can’t swallow, trouble-swallowing",
    "SYMPTOM, swallowing difficulty, trouble-swallowing",
    "SYMPTOM, twitching, muscle-twitching",
    "TREATMENT, Rilutek, riluzole",
    "TREATMENT, metformine, metformin",
    "TREATMENT, PEG, feeding-tube"
  })
  void resolve_findsSymptomsAndTreatments_whenWrittenAsPatientsDo(
      Kind kind, String words, String id) {
    assertThat(found(kind, words)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "'",
        "...",
        "\u0000",
        "💉",
        "type 3 diabetes",
        "type diabetes",
        "mss",
        "xyzzy"
      })
  void resolve_isUnknown_whenNothingFits(String words) {
    assertThat(VOCABULARY.resolve(Kind.CONDITION, words)).isEqualTo(new Resolution.Unknown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"diabetes", "Diabetes", "diabetis", "I have diabetes", "diabetic"})
  void resolve_asksBack_whenAPreferredNameMeansOthersToo(String words) {
    assertThat(VOCABULARY.resolve(Kind.CONDITION, words))
        .isInstanceOfSatisfying(
            Resolution.Ambiguous.class,
            asked ->
                assertThat(asked.candidates())
                    .extracting(candidate -> candidate.concept().id())
                    .contains(
                        "diabetes", "type-1-diabetes", "type-2-diabetes", "gestational-diabetes"));
  }

  @Test
  void say_isTheLabel_orElseAnotherNameThatMeansTheConceptAlone() {
    assertThat(VOCABULARY.say(VOCABULARY.find(Kind.CONDITION, "diabetes").orElseThrow()))
        .isEqualTo("diabetes of any type");
    assertThat(VOCABULARY.say(VOCABULARY.find(Kind.CONDITION, "type-2-diabetes").orElseThrow()))
        .isEqualTo("Diabetes Type 2 (T2D)");
  }

  @ParameterizedTest
  @CsvSource({
    "CONDITION, multiple sclerosis, EXACT",
    "CONDITION, Lou Gehrig’s Disease, EXACT",
    "CONDITION, M.S., SHORT_FORM",
    "CONDITION, Type II diabetes mellitus, SPELLING",
    "CONDITION, coeliac disease, EXACT",
    "CONDITION, longcovid, SPELLING",
    "CONDITION, sclerosis multiple, WORDING",
    "CONDITION, migraines, WORDING",
    "CONDITION, chrons, WORDING",
    "CONDITION, i have ms, EXTRA_WORDS",
    "CONDITION, migraine (since 2010), EXTRA_WORDS",
    "CONDITION, mulitple sclerosis, TYPO"
  })
  void resolve_saysWhy(Kind kind, String words, Why why) {
    assertThat(VOCABULARY.resolve(kind, words).candidates())
        .extracting(Candidate::why)
        .containsExactly(why);
  }

  @Test
  void resolve_asksBack_whenTheMisspellingIsFarFetched() {
    assertThat(VOCABULARY.resolve(Kind.CONDITION, "osteoporitis"))
        .isInstanceOfSatisfying(
            Resolution.Ambiguous.class,
            asked ->
                assertThat(asked.candidates())
                    .extracting(candidate -> candidate.concept().id())
                    .containsExactly("osteoporosis"));
  }

  @ParameterizedTest
  @CsvSource({
    "SYMPTOM, painting",
    "SYMPTOM, thirty",
    "SYMPTOM, spelling",
    "CONDITION, i feel cold",
    "CONDITION, cold all the time",
    "CONDITION, osteopetrosis",
    "CONDITION, hepatitis A",
    "CONDITION, influenza A",
    "CONDITION, party",
    "TREATMENT, concert"
  })
  void resolve_guessesNothing_whenAWordOnlyLooksLikeAName(Kind kind, String words) {
    assertThat(VOCABULARY.resolve(kind, words)).isNotInstanceOf(Resolution.Found.class);
  }

  @ParameterizedTest
  @CsvSource({
    "SYMPTOM, pins n needles, pins and needles",
    "SYMPTOM, tingly feet, tingling feet",
    "SYMPTOM, my feet are tingling, tingling feet",
    "SYMPTOM, dizzy spells, dizziness",
    "SYMPTOM, ankles are swollen, swollen ankles",
    "SYMPTOM, cant swallow, trouble swallowing",
    "SYMPTOM, unable to swallow, trouble swallowing",
    "TREATMENT, blood pressure medication, blood pressure medicines",
    "TREATMENT, b12 jab, b12 injections",
    "CONDITION, recently diagnosed with crohns, Crohn's disease",
    "CONDITION, breast cancer survivor, breast cancer",
    "CONDITION, migraines for 10 years, migraine"
  })
  void resolve_isTheSame_whicheverWayPatientsPutIt(Kind kind, String one, String other) {
    assertThat(found(kind, one)).isEqualTo(found(kind, other));
  }

  @Test
  void resolve_isUnknown_whenTextIsTooLongToBeAName() {
    String padded = "migraine" + " ".repeat(200);

    assertThat(VOCABULARY.resolve(Kind.CONDITION, padded)).isEqualTo(new Resolution.Unknown());
  }

  @Test
  void resolve_tellsTheNameItMatched_notTheWordsTyped() {
    assertThat(VOCABULARY.resolve(Kind.CONDITION, "lou gehrigs disease"))
        .isInstanceOfSatisfying(
            Resolution.Found.class,
            found -> assertThat(found.matched()).isEqualTo("Lou Gehrig's disease"));
  }

  @Test
  void misspellings_areUnderstood_butNeverShown() {
    assertThat(VOCABULARY.resolve(Kind.CONDITION, "chrons"))
        .isInstanceOfSatisfying(
            Resolution.Found.class,
            found -> {
              assertThat(found.matched()).isEqualTo("Crohn's Disease");
              assertThat(found.concept().otherNames()).doesNotContain("chrons");
            });
    assertThat(VOCABULARY.complete(Kind.CONDITION, "chron", 1))
        .extracting(Match::matched)
        .containsExactly("Chronic Back Pain");
    assertThat(VOCABULARY.complete(Kind.CONDITION, "krohns", 1))
        .extracting(Match::matched)
        .containsExactly("Crohn's Disease");
  }

  @Test
  void complete_offersConditions_fromTheFirstLetter() {
    assertThat(completed("a", 200)).contains("amyotrophic-lateral-sclerosis", "asthma");
    assertThat(completed("ms", 3).get(0)).isEqualTo("multiple-sclerosis");
    assertThat(completed("geh", 3)).containsExactly("amyotrophic-lateral-sclerosis");
    assertThat(completed("type", 2)).containsExactly("type-1-diabetes", "type-2-diabetes");
    assertThat(completed("Type ii", 1)).containsExactly("type-2-diabetes");
  }

  @Test
  void complete_toleratesOneSlip_fromFourLetters() {
    assertThat(completed("migar", 3)).startsWith("migraine");
    assertThat(completed("fybro", 5)).contains("fibromyalgia");
    assertThat(completed("fyb", 3)).isEmpty();
  }

  @Test
  void complete_leavesOutCategories() {
    assertThat(completed("autoimmune", 20)).doesNotContain("autoimmune-conditions");
  }

  @Test
  void complete_isEmpty_whenThereIsNothingToComplete() {
    assertThat(completed("", 10)).isEmpty();
    assertThat(completed(" -'", 10)).isEmpty();
    assertThat(completed("asthma", 0)).isEmpty();
    assertThat(completed("asthma", -1)).isEmpty();
    assertThat(completed("a".repeat(201), 10)).isEmpty();
  }

  @Test
  void withAncestors_climbsToTheTop_nearestFirst() {
    assertThat(VOCABULARY.withAncestors(Kind.CONDITION, "amyotrophic-lateral-sclerosis"))
        .containsExactly(
            "amyotrophic-lateral-sclerosis", "motor-neuron-disease", "neurological-conditions");
    assertThat(VOCABULARY.withAncestors(Kind.SYMPTOM, "trouble-swallowing"))
        .contains("swallowing-problems");
  }

  @Test
  void withAncestors_isTheIdAlone_whenItIsUnknown() {
    assertThat(VOCABULARY.withAncestors(Kind.CONDITION, "gone")).containsExactly("gone");
  }

  @Test
  void related_listsTheClosestCommunities_inBothDirections() {
    assertThat(VOCABULARY.related("crohns-disease"))
        .first()
        .extracting(Concept::id)
        .isEqualTo("ulcerative-colitis");
    assertThat(VOCABULARY.related("high-blood-pressure"))
        .extracting(Concept::id)
        .contains("type-2-diabetes");
    assertThat(VOCABULARY.related("gone")).isEmpty();
  }

  private String found(Kind kind, String words) {
    Resolution resolution = VOCABULARY.resolve(kind, words);
    return resolution instanceof Resolution.Found found
        ? found.concept().id()
        : resolution.toString();
  }

  private List<String> completed(String typed, int limit) {
    return VOCABULARY.complete(Kind.CONDITION, typed, limit).stream()
        .map(match -> match.concept().id())
        .toList();
  }

  @Test
  void folded_isTheSame_forTheSameWordsWrittenOtherwise() {
    assertThat(Vocabulary.folded(" Zörgle's  Oedema! ")).isEqualTo("zorgles edema");
    assertThat(Vocabulary.folded("ZORGLES EDEMA")).isEqualTo("zorgles edema");
    assertThat(Vocabulary.folded("?!")).isEmpty();
    assertThat(Vocabulary.folded("x".repeat(201))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "my APLS, antiphospholipid-syndrome",
    "PACS, long-covid",
    "diagnosed with HLHS, hypoplastic-left-heart-syndrome",
    "MdDS for 5 years, mal-de-debarquement-syndrome",
    "I have MdDS, mal-de-debarquement-syndrome",
    "diagnosed with Crohn's and colitis, inflammatory-bowel-disease"
  })
  void resolve_takesAShortFormForNoPlural_whateverStandsAroundIt(String words, String id) {
    assertThat(found(Kind.CONDITION, words)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "TREATMENT, my vitamin a every day, vitamin-a",
    "TREATMENT, taking vitamin A, vitamin-a",
    "CONDITION, I had a stroke, stroke",
    "CONDITION, a migraine, migraine"
  })
  void resolve_tellsALetterFromAnArticle(Kind kind, String words, String id) {
    assertThat(found(kind, words)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"male", "pacing", "mode", "scabs", "healing", "impatience", "the squirts"})
  void resolve_takesNoEverydayWordForACondition(String words) {
    assertThat(VOCABULARY.resolve(Kind.CONDITION, words)).isNotInstanceOf(Resolution.Found.class);
  }
}
