package org.alike.members;

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
 * @param mailbox where the confirmation goes
 * @param profile what was told
 * @param consent what was agreed to
 */
record Signup(String submission, Mailbox mailbox, Profile profile, Consent consent) {

  /** The signup that an accepted submission of the signup form holds. */
  static Signup of(DomainEvent accepted, Vocabulary vocabulary) {
    Answers answers = Answers.of(accepted);
    return new Signup(
        accepted.text("submissionId"),
        Mailbox.typed(answers.first("email").orElse(""))
            .orElseThrow(() -> new IllegalArgumentException("Not a mailbox")),
        answers.profile(vocabulary),
        new Consent(answers.first("consent").orElse(""), accepted.time()));
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
          Terms.of(vocabulary, Kind.CONDITION, all("conditions")),
          Terms.of(vocabulary, Kind.SYMPTOM, all("symptoms")),
          Terms.of(vocabulary, Kind.TREATMENT, all("treatments")),
          first("birthYear").map(Integer::valueOf),
          first("sex"),
          first("country"),
          first("diagnosedYear").map(Integer::valueOf),
          Visibility.of(first("visibility").orElse("")));
    }
  }
}
