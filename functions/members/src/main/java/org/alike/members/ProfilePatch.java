package org.alike.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.alike.kernel.Fields;
import org.alike.vocabulary.Vocabulary;

/**
 * A change of a profile as a JSON merge patch (RFC 7396): what is not sent stays, null clears,
 * lists are replaced whole, {@code shown} and {@code wishes} are merged by key. Every broken rule
 * is named in one answer. Not thread-safe; one per request.
 */
final class ProfilePatch {
  private static final int LONGEST_NAME = 50;
  private static final int LONGEST_REGION = 40;
  private static final int LONGEST_ABOUT = 2_000;
  private static final int MOST_LANGUAGES = 10;
  private static final int FIRST_YEAR = 1900;
  private static final String YEARS = "years";
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final Fields fields;
  private final Vocabulary vocabulary;
  private final AgeGate gate;
  private final Instant now;

  /** The patch that was sent, judged by these. */
  ProfilePatch(Fields fields, Vocabulary vocabulary, AgeGate gate, Instant now) {
    this.fields = fields;
    this.vocabulary = vocabulary;
    this.gate = gate;
    this.now = now;
  }

  /** Whether it tells something of health that was not told before; clearing tells nothing. */
  boolean tellsOfHealth() {
    for (Field field : Field.values()) {
      if (field.tellsOfHealth() && fields.has(field.word()) && !fields.empties(field.word())) {
        return true;
      }
    }
    return false;
  }

  /**
   * The profile as it is afterwards.
   *
   * @throws org.alike.kernel.Failure INVALID with every rule that the patch breaks
   */
  Profile apply(Profile before) {
    ToldReader lists = new ToldReader(fields, vocabulary, FIRST_YEAR, AgeGate.year(now));
    Profile after =
        new Profile(
            sent(Field.DISPLAY_NAME, before.displayName(), this::displayName),
            sent(Field.CONDITIONS, before.conditions(), lists::conditions),
            sent(Field.SYMPTOMS, before.symptoms(), lists::symptoms),
            sent(Field.TREATMENTS, before.treatments(), lists::treatments),
            person(before.person()),
            shown(before.shown()),
            wishes(before.wishes()));
    fields.end();
    return after;
  }

  private Person person(Person before) {
    return new Person(
        sent(Field.BIRTH_YEAR, before.birthYear(), this::birthYear),
        sent(Field.SEX, before.sex(), () -> Choice.read(fields, "sex", Person.Sex.class)),
        sent(Field.COUNTRY, before.country(), this::country),
        sent(Field.REGION, before.region(), this::region),
        sent(Field.LANGUAGES, before.languages(), this::languages),
        sent(Field.ABOUT, before.about(), () -> fields.optionalText("about", LONGEST_ABOUT)));
  }

  private <T> T sent(Field field, T before, Supplier<T> after) {
    return fields.has(field.word()) ? after.get() : before;
  }

  private String displayName() {
    return fields.line("displayName", 1, LONGEST_NAME);
  }

  private Optional<Integer> birthYear() {
    int year = AgeGate.year(now);
    Optional<Integer> birthYear = fields.wholeNumber("birthYear", FIRST_YEAR, year);
    if (gate.isTooYoung(birthYear, now)) {
      fields.reject(
          "birthYear",
          AgeGate.TOO_YOUNG,
          "Alike is for people who are or become " + gate.minimum() + " this year, or older.");
    }
    return birthYear;
  }

  private Optional<String> country() {
    Optional<String> country =
        fields.optionalText("country", 2).map(code -> code.toUpperCase(Locale.ROOT));
    if (country.filter(code -> !COUNTRIES.contains(code)).isPresent()) {
      fields.reject("country", "choice", "This must be a country's code, such as DE.");
    }
    return country;
  }

  /** No digits: a postal code or a street number would be too exact. */
  private Optional<String> region() {
    Optional<String> region = fields.optionalLine("region", LONGEST_REGION);
    if (region.filter(text -> text.codePoints().anyMatch(Character::isDigit)).isPresent()) {
      fields.reject("region", "digits", "Please name the region in words, without numbers.");
    }
    return region;
  }

  private List<String> languages() {
    List<String> languages = new ArrayList<>();
    for (String tag : fields.texts("languages", MOST_LANGUAGES, MOST_LANGUAGES)) {
      String language = tag.toLowerCase(Locale.ROOT);
      if (!isLanguage(language)) {
        fields.reject("languages", "choice", "Each must be a language's code, such as en.");
      }
      languages.add(language);
    }
    return languages.stream().distinct().toList();
  }

  private static boolean isLanguage(String tag) {
    return tag.length() == 2
        ? LANGUAGES.contains(tag)
        : tag.length() == 3 && tag.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private Shown shown(Shown before) {
    Fields part = fields.object("shown");
    boolean anew = fields.clears("shown");
    Map<Field, Audience> audiences = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      Audience kept = anew || part.clears(field.word()) ? field.atFirst() : before.of(field);
      audiences.put(field, Choice.read(part, field.word(), Audience.class).orElse(kept));
    }
    return new Shown(audiences);
  }

  private Wishes wishes(Wishes before) {
    Fields part = fields.object("wishes");
    Wishes kept = fields.clears("wishes") ? Wishes.NONE : before;
    return new Wishes(
        part.has("sex") ? part.flag("sex", false) : kept.sex(),
        part.has("country") ? part.flag("country", false) : kept.country(),
        part.has("language") ? part.flag("language", false) : kept.language(),
        part.has(YEARS) ? years(part) : kept.years(),
        part.has("news") ? part.flag("news", false) : kept.news());
  }

  private static int years(Fields part) {
    int years = part.wholeNumber(YEARS, 0, Wishes.MOST_YEARS).orElse(0);
    if (years > 0 && years < Wishes.FEWEST_YEARS) {
      part.reject(
          YEARS, "range", "This must be 0 for any age, or at least " + Wishes.FEWEST_YEARS + ".");
    }
    return years;
  }
}
