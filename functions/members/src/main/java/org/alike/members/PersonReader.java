package org.alike.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Fields;

/**
 * Reads what a member tells of themselves besides their health. Broken rules are noted in the
 * fields. Not thread-safe; one per request.
 */
final class PersonReader {
  private static final int LONGEST_REGION = 40;
  private static final int LONGEST_ABOUT = 2_000;
  private static final int MOST_LANGUAGES = 10;
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private final Fields fields;
  private final AgeGate gate;
  private final int firstYear;
  private final Instant now;

  PersonReader(Fields fields, AgeGate gate, int firstYear, Instant now) {
    this.fields = fields;
    this.gate = gate;
    this.firstYear = firstYear;
    this.now = now;
  }

  Optional<Integer> birthYear() {
    int year = AgeGate.year(now);
    Optional<Integer> birthYear = fields.wholeNumber("birthYear", firstYear, year);
    if (gate.isTooYoung(birthYear, now)) {
      fields.reject(
          "birthYear",
          AgeGate.TOO_YOUNG,
          "Alike is for people who are or become " + gate.minimum() + " this year, or older.");
    }
    return birthYear;
  }

  Optional<String> country() {
    Optional<String> country =
        fields
            .optionalText("country", 2)
            .map(code -> isPlain(code) ? code.toUpperCase(Locale.ROOT) : code);
    if (country.filter(code -> !COUNTRIES.contains(code)).isPresent()) {
      fields.reject("country", "choice", "This must be a country's code, such as DE.");
    }
    return country;
  }

  Optional<Person.Sex> sex() {
    return Choice.read(fields, "sex", Person.Sex.class);
  }

  /** No digits: a postal code or a street number would be too exact. */
  Optional<String> region() {
    Optional<String> region = fields.optionalLine("region", LONGEST_REGION);
    if (region.filter(text -> text.codePoints().anyMatch(Character::isDigit)).isPresent()) {
      fields.reject("region", "digits", "Please name the region in words, without numbers.");
    }
    return region;
  }

  List<String> languages() {
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

  Optional<String> about() {
    return fields.optionalText("about", LONGEST_ABOUT);
  }

  /** Other letters may become two in upper case. */
  private static boolean isPlain(String code) {
    return code.chars().allMatch(c -> c < 0x80);
  }

  private static boolean isLanguage(String tag) {
    return tag.length() == 2
        ? LANGUAGES.contains(tag)
        : tag.length() == 3 && tag.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }
}
