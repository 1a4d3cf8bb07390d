package org.alike.alikes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alike.kernel.Failure;
import org.alike.kernel.Request;
import org.alike.kernel.Violation;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * Whom a member wants to see. Filters choose among those who are listed anyway; whoever is not
 * listed is considered whatever the filters say, so that no combination of filters finds them.
 *
 * @param condition the condition whose cohort is looked at, instead of the member's own
 * @param features what the others must have, or something more specific
 * @param country ISO 3166 code
 * @param ageBand first year of a ten-year band
 * @param sex {@code female}, {@code male} or {@code other}
 * @param language primary tag of BCP 47
 */
record Filters(
    Optional<String> condition,
    List<Feature> features,
    Optional<String> country,
    Optional<Integer> ageBand,
    Optional<String> sex,
    Optional<String> language) {
  /** Everybody. */
  static final Filters NONE =
      new Filters(
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final int MOST_OF_A_KIND = 20;
  private static final Set<String> SEXES = Set.of("female", "male", "other");
  private static final Pattern BAND = Pattern.compile("([1-9]|1[01])0-([1-9]|1[01])9");

  /**
   * The filters that the request's query names.
   *
   * @throws Failure INVALID naming each one that has no such value
   */
  static Filters of(Request request, Vocabulary vocabulary) {
    Reader reader = new Reader(request, vocabulary, new ArrayList<>());
    Filters filters = reader.filters();
    if (!reader.violations.isEmpty()) {
      throw Failure.invalid(reader.violations);
    }
    return filters;
  }

  /**
   * Whether somebody with these attributes can be among those asked for. What somebody does not
   * show is not filtered by: the answer would tell it.
   */
  boolean accept(Attributes other) {
    return features.stream().allMatch(feature -> other.shows(Field.of(feature.kind())))
        && (country.isEmpty() || (other.shows(Field.COUNTRY) && country.equals(other.country())))
        && (sex.isEmpty() || (other.shows(Field.SEX) && sex.equals(other.sex())))
        && (language.isEmpty()
            || (other.shows(Field.LANGUAGES) && other.languages().contains(language.get())))
        && (ageBand.isEmpty() || other.shows(Field.BIRTH_YEAR));
  }

  /** Whether somebody born then is among those asked for, in this year. */
  boolean acceptBorn(Optional<Integer> birthYear, int year) {
    return ageBand.isEmpty() || ageBand.equals(birthYear.map(born -> band(year, born)));
  }

  /** Tells these filters from all others; what a cursor is bound to. */
  String binding() {
    return String.join("\n", condition.orElse(""), features.toString(), country.orElse(""))
        + String.join("\n", "", ageBand.map(String::valueOf).orElse(""), sex.orElse(""))
        + language.map("\n"::concat).orElse("");
  }

  private static int band(int year, int born) {
    return Math.floorDiv(year - born, 10) * 10;
  }

  private record Reader(Request request, Vocabulary vocabulary, List<Violation> violations) {
    Filters filters() {
      Optional<String> condition = known("condition", id -> concept(Kind.CONDITION, id));
      List<Feature> features = new ArrayList<>();
      features.addAll(all("symptom", Kind.SYMPTOM));
      features.addAll(all("treatment", Kind.TREATMENT));
      return new Filters(
          condition,
          List.copyOf(features),
          known("country", COUNTRIES::contains),
          known("ageBand", Reader::isBand).map(band -> Integer.parseInt(band.split("-", 2)[0])),
          known("sex", SEXES::contains),
          known("language", LANGUAGES::contains));
    }

    /** The gateway joins what is named more than once by commas, which no id has. */
    private List<Feature> all(String name, Kind kind) {
      List<String> ids =
          request.query(name).stream()
              .flatMap(joined -> Stream.of(joined.split(",", -1)))
              .map(String::strip)
              .distinct()
              .toList();
      if (ids.size() > MOST_OF_A_KIND || !ids.stream().allMatch(id -> concept(kind, id))) {
        violations.add(unknown(name));
        return List.of();
      }
      return ids.stream().map(id -> new Feature(kind, id)).sorted().toList();
    }

    private Optional<String> known(String name, Predicate<String> isKnown) {
      Optional<String> value = request.query(name);
      if (value.isPresent() && !isKnown.test(value.get())) {
        violations.add(unknown(name));
        return Optional.empty();
      }
      return value;
    }

    private static Violation unknown(String name) {
      return new Violation(name, "unknown", "There is no such choice.");
    }

    private boolean concept(Kind kind, String id) {
      return vocabulary
          .find(kind, id)
          .filter(concept -> kind != Kind.CONDITION || !concept.category())
          .isPresent();
    }

    private static boolean isBand(String text) {
      return BAND.matcher(text).matches()
          && text.substring(0, text.indexOf('-') - 1)
              .equals(text.substring(text.indexOf('-') + 1, text.length() - 1));
    }
  }
}
