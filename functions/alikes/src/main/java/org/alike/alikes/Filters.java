package org.alike.alikes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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
 */
record Filters(
    Optional<String> condition,
    List<Feature> features,
    Optional<String> country,
    Optional<Integer> ageBand,
    Optional<String> sex) {
  /** Everybody. */
  static final Filters NONE =
      new Filters(
          Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
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

  /** Whether the person is among those asked for, in this year. */
  boolean accept(Person person, Traits traits, int year) {
    return traits.features().containsAll(features)
        && (country.isEmpty() || country.equals(person.country()))
        && (sex.isEmpty() || sex.equals(person.sex()))
        && acceptBorn(person.birthYear(), year);
  }

  /**
   * Whether somebody with these attributes can be among those asked for. What somebody does not
   * show is not filtered by: the answer would tell it.
   */
  boolean accept(Attributes other) {
    return features.stream().allMatch(feature -> other.shows(Field.of(feature.kind())))
        && (country.isEmpty() || (other.shows(Field.COUNTRY) && country.equals(other.country())))
        && (sex.isEmpty() || (other.shows(Field.SEX) && sex.equals(other.sex())))
        && (ageBand.isEmpty() || other.shows(Field.BIRTH_YEAR));
  }

  /** Whether somebody born then is among those asked for, in this year. */
  boolean acceptBorn(Optional<Integer> birthYear, int year) {
    return ageBand.isEmpty() || ageBand.equals(birthYear.map(born -> band(year, born)));
  }

  /** Tells these filters from all others; what a cursor is bound to. */
  String binding() {
    return String.join("\n", condition.orElse(""), features.toString(), country.orElse(""))
        + String.join("\n", "", ageBand.map(String::valueOf).orElse(""), sex.orElse(""));
  }

  private static int band(int year, int born) {
    return Math.floorDiv(year - born, 10) * 10;
  }

  private record Reader(Request request, Vocabulary vocabulary, List<Violation> violations) {
    Filters filters() {
      Optional<String> condition = known("condition", id -> concept(Kind.CONDITION, id));
      List<Feature> features = new ArrayList<>();
      known("symptom", id -> concept(Kind.SYMPTOM, id))
          .ifPresent(id -> features.add(new Feature(Kind.SYMPTOM, id)));
      known("treatment", id -> concept(Kind.TREATMENT, id))
          .ifPresent(id -> features.add(new Feature(Kind.TREATMENT, id)));
      return new Filters(
          condition,
          List.copyOf(features),
          known("country", COUNTRIES::contains),
          known("ageBand", Reader::isBand).map(band -> Integer.parseInt(band.split("-", 2)[0])),
          known("sex", SEXES::contains));
    }

    private Optional<String> known(String name, Predicate<String> isKnown) {
      Optional<String> value = request.query(name);
      if (value.isPresent() && !isKnown.test(value.get())) {
        violations.add(new Violation(name, "unknown", "There is no such choice."));
        return Optional.empty();
      }
      return value;
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
