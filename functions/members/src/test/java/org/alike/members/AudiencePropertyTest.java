package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.alike.kernel.Json;
import org.alike.store.Item;
import org.alike.vocabulary.Vocabulary;

/**
 * Whatever a member told and decided: each field reaches those it is shown to, and nobody else.
 * Each field's values are found nowhere else, so that a trace of them can't be missed.
 *
 * <p>Randomized at once: to see whether it could try everything, jqwik lists all sets of fields and
 * audiences first, which takes minutes.
 */
class AudiencePropertyTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final String OWN_WORDS = "own words";
  private static final CardView CARDS = new CardView(new MemberView(Vocabulary.standard()));
  private static final Map<Field, Pattern> TRACES =
      Map.of(
          Field.DISPLAY_NAME, Pattern.compile("Marisol"),
          Field.CONDITIONS, Pattern.compile("(?i)lateral.sclerosis|bulbar|2019|2020"),
          Field.SYMPTOMS, Pattern.compile("(?i)nausea|severe|2021"),
          Field.TREATMENTS, Pattern.compile("(?i)riluzole|fatigue|helped|current"),
          Field.BIRTH_YEAR, Pattern.compile("1951|70-79"),
          Field.SEX, Pattern.compile("female"),
          Field.COUNTRY, Pattern.compile("FJ"),
          Field.REGION, Pattern.compile("Rotuma"),
          Field.LANGUAGES, Pattern.compile("tlh"),
          Field.ABOUT, Pattern.compile("gardening"));

  @Property(tries = 2_000, generation = GenerationMode.RANDOMIZED)
  void event_tellsAField_onlyWhenItMatchesAtLeast(
      @ForAll("members") Member member, @ForAll Set<Field> given) {
    Member some = telling(member, given);
    Map<String, Object> data = MemberTold.data(some);
    String text = Json.write(data);

    for (Field field : Field.values()) {
      boolean told = some.consent().given() && audience(some, field) != Audience.ME;
      assertThat(found(text, field)).as("%s", field).isEqualTo(told && tells(field, given));
      assertThat(Json.asObject(data.get("shown")).orElseThrow().containsKey(field.word()))
          .isEqualTo(told);
    }
    assertThat(text).doesNotContain(OWN_WORDS, "example.org");
  }

  @Property(tries = 2_000, generation = GenerationMode.RANDOMIZED)
  void card_showsAField_onlyWhenMembersMaySeeIt(
      @ForAll("members") Member member, @ForAll Set<Field> given) {
    Member some = telling(member, given);
    String card = Json.write(CARDS.json(some, NOW));

    for (Field field : Field.values()) {
      boolean shown =
          some.consent().given() && audience(some, field).compareTo(Audience.MEMBERS) >= 0;
      assertThat(found(card, field)).as("%s", field).isEqualTo(shown && tells(field, given));
    }
    assertThat(card).doesNotContain(OWN_WORDS, "example.org", "1951");
  }

  @Property(tries = 500, generation = GenerationMode.RANDOMIZED)
  void listed_isNobody_unlessNameAndConditionsAreSeen(@ForAll("members") Member member) {
    Audience listed = member.profile().shown().listed();

    for (Audience audience : Audience.values()) {
      assertThat(listed.includes(audience))
          .isEqualTo(
              audience(member, Field.DISPLAY_NAME).includes(audience)
                  && audience(member, Field.CONDITIONS).includes(audience));
    }
  }

  @Property(tries = 1_000, generation = GenerationMode.RANDOMIZED)
  void member_isTheSame_onceStoredAndRead(
      @ForAll("members") Member member, @ForAll Set<Field> given) {
    Member some = telling(member, given);
    Item item = StoredMember.item(some);

    assertThat(StoredMember.member(item)).contains(some);
  }

  @Provide
  Arbitrary<Member> members() {
    Arbitrary<Map<Field, Audience>> audiences =
        Arbitraries.maps(Arbitraries.of(Field.class), Arbitraries.of(Audience.class));
    return Arbitraries.of(true, true, true, false)
        .flatMap(
            consent ->
                audiences.map(shown -> member(new Shown(new EnumMap<>(full(shown))), consent)));
  }

  private static Map<Field, Audience> full(Map<Field, Audience> some) {
    return new Shown(some).audiences();
  }

  private static Member member(Shown shown, boolean consent) {
    Term.AsTyped own = new Term.AsTyped(OWN_WORDS, false);
    Profile profile =
        new Profile(
            "Marisol",
            List.of(
                new Told<>(
                    new Term.Known("amyotrophic-lateral-sclerosis"),
                    new Course(Optional.of(2019), Optional.of(2020), Optional.of("bulbar"))),
                new Told<>(own, Course.UNTOLD)),
            List.of(
                new Told<>(
                    new Term.Known("nausea"),
                    new Burden(Optional.of(Burden.Severity.SEVERE), Optional.of(2021))),
                new Told<>(own, Burden.UNTOLD)),
            List.of(
                new Told<>(
                    new Term.Known("riluzole"),
                    new Experience(
                        Optional.of(Experience.Use.CURRENT),
                        Optional.of(Experience.Outcome.HELPED),
                        List.of(new Term.Known("fatigue"), own)))),
            new Person(
                Optional.of(1951),
                Optional.of(Person.Sex.FEMALE),
                Optional.of("FJ"),
                Optional.of("Rotuma"),
                List.of("tlh"),
                Optional.of("gardening")),
            shown,
            new Wishes(true, false, true, 10, true));
    Consent first = Consent.first("2026-11", NOW);
    return new Member(
        "0199b0a0-0000-7000-8000-0000000000aa",
        new Mailbox("marisol@example.org"),
        profile,
        consent ? first : first.withdrawn(NOW),
        NOW,
        NOW,
        7);
  }

  /** The same member who told only this; a name and a condition everybody has. */
  private static Member telling(Member member, Set<Field> given) {
    Profile all = member.profile();
    Person person = all.person();
    Profile some =
        new Profile(
            all.displayName(),
            all.conditions(),
            given.contains(Field.SYMPTOMS) ? all.symptoms() : List.of(),
            given.contains(Field.TREATMENTS) ? all.treatments() : List.of(),
            new Person(
                person.birthYear().filter(x -> given.contains(Field.BIRTH_YEAR)),
                person.sex().filter(x -> given.contains(Field.SEX)),
                person.country().filter(x -> given.contains(Field.COUNTRY)),
                person.region().filter(x -> given.contains(Field.REGION)),
                given.contains(Field.LANGUAGES) ? person.languages() : List.of(),
                person.about().filter(x -> given.contains(Field.ABOUT))),
            all.shown(),
            all.wishes());
    return new Member(
        member.id(),
        member.mailbox(),
        some,
        member.consent(),
        member.joined(),
        member.changed(),
        member.version());
  }

  private static Audience audience(Member member, Field field) {
    return member.profile().shown().of(field);
  }

  private static boolean tells(Field field, Set<Field> given) {
    return field == Field.DISPLAY_NAME || field == Field.CONDITIONS || given.contains(field);
  }

  private static boolean found(String text, Field field) {
    Pattern trace = TRACES.get(field);
    return trace != null && trace.matcher(text).find();
  }
}
