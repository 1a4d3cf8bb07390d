package org.alike.alikes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;
import org.alike.vocabulary.Vocabulary;

/** The question that would sharpen a member's matches most, in words. */
final class Ask {
  private Ask() {}

  /** As JSON. */
  static Map<String, Object> json(NextQuestion.Question question, Vocabulary vocabulary) {
    List<Map<String, Object>> examples =
        question.examples().stream()
            .flatMap(feature -> example(feature, vocabulary).stream())
            .toList();
    return Json.of(
        "field", field(question.field()),
        "label", label(question.field()),
        "examples", examples);
  }

  private static Optional<Map<String, Object>> example(Feature feature, Vocabulary vocabulary) {
    return vocabulary
        .find(feature.kind(), feature.id())
        .map(
            concept ->
                Json.of("kind", feature.kindName(), "id", feature.id(), "name", concept.name()));
  }

  private static String field(Field field) {
    for (CardField one : CardField.values()) {
      if (one.ranked().filter(field::equals).isPresent()) {
        return one.wireName();
      }
    }
    throw new IllegalArgumentException("Nobody is asked for " + field);
  }

  private static String label(Field field) {
    return switch (field) {
      case SYMPTOMS -> "Which symptoms do you have?";
      case TREATMENTS -> "What do you take or do against it?";
      case CONDITIONS -> "What else do you live with?";
      case BIRTH_YEAR -> "In which year were you born?";
      case SEX -> "What is your sex?";
      case COUNTRY -> "Which country do you live in?";
      case LANGUAGES -> "Which languages do you speak?";
      case CARD -> throw new IllegalArgumentException("Nobody is asked for a card");
    };
  }
}
