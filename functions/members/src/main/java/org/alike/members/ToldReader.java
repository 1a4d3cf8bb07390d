package org.alike.members;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alike.kernel.Fields;
import org.alike.vocabulary.Candidate;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Resolution;
import org.alike.vocabulary.Vocabulary;

/**
 * Reads what a member tells of conditions, symptoms and treatments. Words that mean several things
 * are asked back, as forms do, unless they are to be kept as typed; guessing would lead to the
 * wrong people. Broken rules are noted in the fields. Not thread-safe; one per request.
 */
final class ToldReader {
  /** What people must decide before their words are kept. */
  static final String AMBIGUOUS = "AMBIGUOUS";

  private static final int MOST_CONDITIONS = 20;
  private static final int MOST_OF_OTHERS = 60;
  private static final int MOST_SIDE_EFFECTS = 20;

  /** So that a member fits in an item of the table, whatever the words. */
  private static final int MOST_SIDE_EFFECTS_TOGETHER = 200;

  private static final int LONGEST_STAGE = 100;
  private static final int LONGEST_ID = 100;
  private static final int LONGEST_WORDS = 120;

  private final Fields fields;
  private final Vocabulary vocabulary;
  private final int firstYear;
  private final int lastYear;

  ToldReader(Fields fields, Vocabulary vocabulary, int firstYear, int lastYear) {
    this.fields = fields;
    this.vocabulary = vocabulary;
    this.firstYear = firstYear;
    this.lastYear = lastYear;
  }

  /** At least one. */
  List<Told<Course>> conditions() {
    return read("conditions", Kind.CONDITION, 1, MOST_CONDITIONS, this::course);
  }

  List<Told<Burden>> symptoms() {
    return read("symptoms", Kind.SYMPTOM, 0, MOST_OF_OTHERS, this::burden);
  }

  List<Told<Experience>> treatments() {
    List<Told<Experience>> treatments =
        read("treatments", Kind.TREATMENT, 0, MOST_OF_OTHERS, this::experience);
    long together = treatments.stream().mapToLong(t -> t.details().sideEffects().size()).sum();
    if (together > MOST_SIDE_EFFECTS_TOGETHER) {
      fields.reject(
          "treatments",
          "too-many",
          "At most " + MOST_SIDE_EFFECTS_TOGETHER + " side effects together, please.");
    }
    return treatments;
  }

  private <D extends Told.Details> List<Told<D>> read(
      String name, Kind kind, int min, int max, Function<Fields, D> details) {
    List<Told<D>> told = new ArrayList<>();
    Set<Term> terms = new HashSet<>();
    for (Fields entry : fields.objects(name, min, max)) {
      D aboutIt = details.apply(entry);
      term(entry, kind, terms).ifPresent(term -> told.add(new Told<>(term, aboutIt)));
    }
    return told;
  }

  private Course course(Fields entry) {
    return new Course(
        entry.wholeNumber("firstSymptoms", firstYear, lastYear),
        entry.wholeNumber("diagnosed", firstYear, lastYear),
        entry.optionalLine("stage", LONGEST_STAGE));
  }

  private Burden burden(Fields entry) {
    return new Burden(
        Choice.read(entry, "severity", Burden.Severity.class),
        entry.wholeNumber("since", firstYear, lastYear));
  }

  private Experience experience(Fields entry) {
    Set<Term> terms = new HashSet<>();
    return new Experience(
        Choice.read(entry, "use", Experience.Use.class),
        Choice.read(entry, "outcome", Experience.Outcome.class),
        entry.objects("sideEffects", 0, MOST_SIDE_EFFECTS).stream()
            .flatMap(effect -> term(effect, Kind.SYMPTOM, terms).stream())
            .toList());
  }

  /** The entry's term; empty when a rule is broken. Adds it to those there are. */
  private Optional<Term> term(Fields entry, Kind kind, Set<Term> terms) {
    Optional<String> id = entry.optionalLine("id", LONGEST_ID);
    Optional<String> typed = entry.optionalLine("typed", LONGEST_WORDS);
    boolean asTyped = entry.flag("asTyped", false);
    String name = typed.isPresent() ? "typed" : "id";
    Optional<Term> term = Optional.empty();
    if (id.isPresent() == typed.isPresent()) {
      entry.reject(name, "required", "Either an id or typed words are needed.");
    } else if (id.isPresent()) {
      term = known(entry, kind, id.get());
    } else {
      term = meant(entry, kind, typed.orElseThrow(), asTyped);
    }
    if (term.isPresent() && !terms.add(term.get())) {
      entry.reject(name, "duplicate", "This is named twice.");
    }
    return term;
  }

  private Optional<Term> known(Fields entry, Kind kind, String id) {
    if (vocabulary.find(kind, id).isEmpty()) {
      entry.reject("id", "choice", "There is nothing of this id; send words as typed.");
      return Optional.empty();
    }
    return Optional.of(new Term.Known(id));
  }

  private Optional<Term> meant(Fields entry, Kind kind, String typed, boolean asTyped) {
    Resolution meaning = vocabulary.resolve(kind, typed);
    if (meaning instanceof Resolution.Ambiguous && meaning.candidates().size() > 1 && !asTyped) {
      entry.reject("typed", AMBIGUOUS, "Which one do you mean: " + listed(meaning) + "?");
      return Optional.empty();
    }
    return Optional.of(Term.of(vocabulary, kind, typed));
  }

  private String listed(Resolution meaning) {
    return meaning.candidates().stream()
        .map(Candidate::concept)
        .map(vocabulary::say)
        .collect(Collectors.joining(", "));
  }
}
