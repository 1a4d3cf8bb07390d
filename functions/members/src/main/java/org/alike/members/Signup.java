package org.alike.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * Somebody's wish to become a member, not yet confirmed.
 *
 * @param submission id of the submission; sorts by time, so the greater one is the newer
 * @param version of the submission, which grows when it is corrected
 * @param mailbox where the confirmation goes
 * @param profile what was told
 * @param consent what was agreed to
 */
record Signup(String submission, long version, Mailbox mailbox, Profile profile, Consent consent) {

  /** The signup that an accepted, or corrected, submission of the signup form holds. */
  static Signup of(DomainEvent accepted, Vocabulary vocabulary) {
    Answers answers = Answers.of(accepted);
    return new Signup(
        accepted.text("submissionId"),
        accepted.version(),
        Mailbox.typed(answers.first("email").orElse(""))
            .orElseThrow(() -> new IllegalArgumentException("Not a mailbox")),
        answers.profile(vocabulary),
        Consent.first(answers.first("consent").orElse(""), sent(accepted)));
  }

  /** When it was agreed to, which a correction does not change. */
  private static Instant sent(DomainEvent accepted) {
    String receivedAt = accepted.text("receivedAt");
    return receivedAt.isEmpty() ? accepted.time() : Instant.parse(receivedAt);
  }

  /** The form's fields; those left blank don't count. */
  private record Answers(List<Answer> given) {
    private record Answer(String name, String value) {}

    static Answers of(DomainEvent accepted) {
      List<?> fields = accepted.data().get("fields") instanceof List<?> list ? list : List.of();
      return new Answers(
          fields.stream()
              .flatMap(field -> Json.asObject(field).stream())
              .map(
                  field ->
                      new Answer(
                          String.valueOf(field.get("name")),
                          String.valueOf(field.get("value")).strip()))
              .filter(answer -> !answer.value().isEmpty())
              .toList());
    }

    List<String> all(String name) {
      return given.stream().filter(a -> a.name().equals(name)).map(Answer::value).toList();
    }

    Optional<String> first(String name) {
      return all(name).stream().findFirst();
    }

    Profile profile(Vocabulary vocabulary) {
      return new Profile(
              first("displayName").orElse(""),
              conditions(vocabulary),
              told(terms(vocabulary, Kind.SYMPTOM, "symptoms"), Burden.UNTOLD),
              told(terms(vocabulary, Kind.TREATMENT, "treatments"), Experience.UNTOLD),
              person(),
              Shown.AT_FIRST,
              Wishes.NONE)
          .showing(Visibility.of(first("visibility").orElse("")));
    }

    /** The form has one year of diagnosis; it belongs to what was named first. */
    private List<Told<Course>> conditions(Vocabulary vocabulary) {
      Course first = new Course(Optional.empty(), year("diagnosedYear"), Optional.empty());
      List<Told<Course>> conditions = new ArrayList<>();
      for (Term term : terms(vocabulary, Kind.CONDITION, "conditions")) {
        conditions.add(new Told<>(term, conditions.isEmpty() ? first : Course.UNTOLD));
      }
      return conditions;
    }

    private Person person() {
      return new Person(
          year("birthYear"),
          first("sex").flatMap(word -> Words.find(Person.Sex.class, word)),
          first("country"),
          Optional.empty(),
          List.of(),
          Optional.empty());
    }

    private Optional<Integer> year(String name) {
      return first(name).map(Integer::valueOf);
    }

    private List<Term> terms(Vocabulary vocabulary, Kind kind, String name) {
      return all(name).stream().map(words -> Term.of(vocabulary, kind, words)).distinct().toList();
    }

    private static <D extends Told.Details> List<Told<D>> told(List<Term> terms, D details) {
      return terms.stream().map(term -> new Told<>(term, details)).toList();
    }
  }
}
