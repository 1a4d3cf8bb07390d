package org.alike.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** What holds for any text and for every name in the data. */
class VocabularyPropertiesTest {
  private static final List<Name> NAMES =
      Vocabulary.entries().values().stream()
          .flatMap(List::stream)
          .flatMap(entry -> entry.names().stream())
          .toList();

  /** What each name means, in every kind. */
  private static final Map<String, Set<Concept>> MEANT =
      NAMES.stream()
          .collect(
              Collectors.groupingBy(
                  name -> Folded.of(name.written()).exact(),
                  Collectors.mapping(Name::concept, Collectors.toSet())));

  private static final Vocabulary VOCABULARY = Vocabulary.curated();

  @Property
  void resolve_answers_whateverIsTyped(@ForAll Kind kind, @ForAll String typed) {
    assertThat(VOCABULARY.resolve(kind, typed)).isNotNull();
    assertThat(VOCABULARY.complete(kind, typed, 10)).hasSizeLessThanOrEqualTo(10);
  }

  @Property
  void resolve_answers_howeverHostile(@ForAll Kind kind, @ForAll("hostile") String hostile) {
    assertThat(VOCABULARY.resolve(kind, hostile)).isNotNull();
    assertThat(VOCABULARY.complete(kind, hostile, 10)).hasSizeLessThanOrEqualTo(10);
  }

  @Property
  void resolve_ignoresCaseAccentsAndSpace(@ForAll Kind kind, @ForAll("typed") String typed) {
    Resolution plain = VOCABULARY.resolve(kind, typed);

    assertThat(VOCABULARY.resolve(kind, typed.toUpperCase(Locale.ROOT))).isEqualTo(plain);
    assertThat(VOCABULARY.resolve(kind, typed.toLowerCase(Locale.ROOT))).isEqualTo(plain);
    assertThat(VOCABULARY.resolve(kind, " \t" + typed + "\u00a0 ")).isEqualTo(plain);
    assertThat(VOCABULARY.resolve(kind, withoutAccents(typed))).isEqualTo(plain);
  }

  @Property
  void resolve_findsAnyName_inAnyCaseAndSpacing(
      @ForAll("names") Name name, @ForAll boolean upper, @ForAll @IntRange(max = 5) int spaces) {
    String cased =
        upper ? name.written().toUpperCase(Locale.ROOT) : name.written().toLowerCase(Locale.ROOT);
    String typed = " ".repeat(spaces) + cased.replace(" ", " ".repeat(1 + spaces));

    assertThat(meanings(name, typed)).contains(name.concept());
  }

  @Property(tries = 3000)
  void resolve_stillFindsAName_withinWhatPeopleWriteAroundIt(
      @ForAll("names") Name name,
      @ForAll("before") String before,
      @ForAll("behind") String behind) {
    Assume.that(!Words.changedByFeeling(name.written().toLowerCase(Locale.ROOT)));
    Assume.that(!namesAnother(name, before + name.written()));
    Assume.that(!Words.leading(Folded.of(name.written()).words().get(0)));
    String typed = before + name.written().replace(" and ", " n ") + behind;

    // "I have sugar" is a name as well; then both are good to ask back with.
    Resolution meaning = VOCABULARY.resolve(name.concept().kind(), typed);
    assertThat(meaning).as(typed).isNotInstanceOf(Resolution.Unknown.class);
    if (meaning instanceof Resolution.Found found) {
      assertThat(found.concept()).as(typed).isEqualTo(name.concept());
    }
  }

  @Property
  void resolve_neverTakesARealWordForAMisspelling(
      @ForAll Kind kind, @ForAll("realWords") String word) {
    assertThat(VOCABULARY.resolve(kind, word).candidates())
        .extracting(Candidate::why)
        .as(word)
        .doesNotContain(Why.TYPO);
  }

  @Property(tries = 5000)
  void resolve_stillFindsALongName_whenTwoLettersAreSwapped(
      @ForAll("longNames") Name name, @ForAll @IntRange(max = 1000) int seed) {
    int[] swappable = swappable(name.written());
    Assume.that(swappable.length > 0);
    int at = swappable[seed % swappable.length];
    StringBuilder typed = new StringBuilder(name.written());
    typed.setCharAt(at, name.written().charAt(at + 1));
    typed.setCharAt(at + 1, name.written().charAt(at));

    assertThat(meanings(name, typed.toString()))
        .as("%s typed as %s", name.written(), typed)
        .contains(name.concept());
  }

  @Property
  void complete_offersTheConcept_onceItsNameIsTyped(@ForAll("names") Name name) {
    Assume.that(!name.concept().category());

    assertThat(VOCABULARY.complete(name.concept().kind(), name.written(), 20))
        .extracting(Match::concept)
        .contains(name.concept());
  }

  @Property(tries = 3000)
  void complete_offersOnlyWhatFits_bestOnce(
      @ForAll("names") Name name,
      @ForAll @IntRange(min = 1, max = 12) int letters,
      @ForAll @IntRange(min = 1, max = 8) int limit) {
    String typed = name.written().substring(0, Math.min(letters, name.written().length()));

    List<Match> matches = VOCABULARY.complete(name.concept().kind(), typed, limit);

    assertThat(matches).hasSizeLessThanOrEqualTo(limit);
    assertThat(matches).extracting(match -> match.concept().id()).doesNotHaveDuplicates();
    assertThat(matches).noneMatch(match -> match.concept().category());
    assertThat(matches).allMatch(match -> namesOf(match).anyMatch(any -> fits(typed, any)));
    assertThat(matches).allMatch(match -> called(match.concept(), match.matched()));
  }

  @Property
  void distance_isTheSameInBothDirections_andZeroOnlyForEqualWords(
      @ForAll @StringLength(max = 8) String a, @ForAll @StringLength(max = 8) String b) {
    assertThat(Edits.distance(a, b, 20)).isEqualTo(Edits.distance(b, a, 20));
    assertThat(Edits.distance(a, b, 20) == 0).isEqualTo(a.equals(b));
    assertThat(Edits.distance(a, b, 2)).isEqualTo(Math.min(3, Edits.distance(a, b, 20)));
  }

  @Property
  void slips_areExactlyOneEditAway(@ForAll("words") String word) {
    assertThat(Slips.around(word)).allMatch(slip -> Edits.distance(word, slip, 3) == 1);
  }

  @Provide
  Arbitrary<Name> names() {
    return Arbitraries.of(NAMES);
  }

  @Provide
  Arbitrary<String> realWords() {
    return Arbitraries.of(RealWords.listed());
  }

  @Provide
  Arbitrary<String> before() {
    return Arbitraries.of("", "i have ", "diagnosed with ", "I've got ", "my ", "severe ");
  }

  @Provide
  Arbitrary<String> behind() {
    return Arbitraries.of("", " since 2010", " for 5 years", " (not sure)", " every day");
  }

  @Provide
  Arbitrary<Name> longNames() {
    return names().filter(name -> !name.shortForm() && Folded.of(name.written()).letters() >= 8);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(10);
  }

  @Provide
  Arbitrary<String> typed() {
    Arbitrary<String> latin =
        Arbitraries.strings()
            .withCharRange(' ', '~')
            .withChars("äéîøßçñœŁſİıǅẞ’'-")
            .ofMaxLength(40);
    return Arbitraries.oneOf(
        latin,
        names().map(Name::written),
        Combinators.combine(names(), latin).as((name, tail) -> name.written() + tail));
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> unit =
        Arbitraries.of("a", "aa ", "\ufdfa", "e\u0301", "ae", "i ", "'", ".", "a.", "my ", "ies ");
    return Combinators.combine(unit, unit, Arbitraries.integers().between(1, 400))
        .as((one, two, times) -> (one + two).repeat(times));
  }

  private List<Concept> meanings(Name name, String typed) {
    return VocabularyDataTest.candidates(VOCABULARY.resolve(name.concept().kind(), typed));
  }

  private static String withoutAccents(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{Mn}", "");
  }

  /** Where a letter is followed by another one. */
  private static int[] swappable(String text) {
    return IntStream.range(0, text.length() - 1)
        .filter(i -> Character.isLetter(text.charAt(i)) && Character.isLetter(text.charAt(i + 1)))
        .filter(i -> text.charAt(i) != text.charAt(i + 1))
        .filter(i -> !exacting(text, i))
        .toArray();
  }

  /** A number or a short form has to be right: "MG2" is not GM2, "severe MPS" not severe PMS. */
  private static boolean exacting(String text, int at) {
    int from = text.lastIndexOf(' ', at) + 1;
    int to = text.indexOf(' ', at) < 0 ? text.length() : text.indexOf(' ', at);
    String word = text.substring(from, to);
    return Words.hasDigit(word) || word.equals(word.toUpperCase(Locale.ROOT));
  }

  /** The name that matched; when it is the preferred one, a hidden one may have matched instead. */
  private static Stream<String> namesOf(Match match) {
    Stream<String> hidden =
        NAMES.stream()
            .filter(name -> name.standing() == Name.Standing.HIDDEN)
            .filter(name -> name.concept().equals(match.concept()))
            .filter(name -> name.shown().equals(match.matched()))
            .map(Name::written);
    return Stream.concat(Stream.of(match.matched()), hidden);
  }

  private static boolean called(Concept concept, String name) {
    return concept.name().equals(name)
        || name.equals(concept.shortName())
        || concept.otherNames().contains(name);
  }

  /**
   * An independent, slow definition: some word's start of the name is what was typed, or nearly.
   */
  private static boolean fits(String typed, String name) {
    return forms(typed).stream()
        .anyMatch(prefix -> forms(name).stream().anyMatch(text -> startsAWord(text, prefix)));
  }

  private static List<String> forms(String text) {
    Folded folded = Folded.of(text);
    return List.of(
        String.join(" ", Letters.words(text)), String.join(" ", folded.plain()), folded.exact());
  }

  private static boolean startsAWord(String text, String prefix) {
    String[] words = text.split(" ");
    int slips = prefix.length() < 4 ? 0 : 1;
    return IntStream.range(0, words.length)
        .mapToObj(i -> String.join(" ", Arrays.asList(words).subList(i, words.length)))
        .anyMatch(rest -> nearPrefix(rest, prefix, slips));
  }

  private static boolean nearPrefix(String rest, String prefix, int slips) {
    return IntStream.rangeClosed(prefix.length() - slips, prefix.length() + slips)
        .filter(length -> length <= rest.length())
        .anyMatch(length -> Edits.distance(rest.substring(0, length), prefix, 2) <= slips);
  }

  /** "Severe PMS" is a name too, of something else. */
  private static boolean namesAnother(Name name, String text) {
    return MEANT.getOrDefault(Folded.of(text).exact(), Set.of()).stream()
        .anyMatch(other -> other.kind() == name.concept().kind() && !other.equals(name.concept()));
  }
}
