package org.alike.members;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
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
  private static final int FIRST_YEAR = 1900;
  private static final String YEARS = "years";

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
            person(before.person(), new PersonReader(fields, gate, FIRST_YEAR, now)),
            shown(before.shown()),
            wishes(before.wishes()));
    fields.end();
    return after;
  }

  private Person person(Person before, PersonReader person) {
    return new Person(
        sent(Field.BIRTH_YEAR, before.birthYear(), person::birthYear),
        sent(Field.SEX, before.sex(), person::sex),
        sent(Field.COUNTRY, before.country(), person::country),
        sent(Field.REGION, before.region(), person::region),
        sent(Field.LANGUAGES, before.languages(), person::languages),
        sent(Field.ABOUT, before.about(), person::about));
  }

  private <T> T sent(Field field, T before, Supplier<T> after) {
    return fields.has(field.word()) ? after.get() : before;
  }

  private String displayName() {
    return fields.line("displayName", 1, LONGEST_NAME);
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
