package org.alike.discussions;

import java.util.List;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/** The communities there are: one per condition of the vocabulary, none per category. Immutable. */
final class Communities {
  private final Vocabulary vocabulary;

  Communities(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * The condition with this id.
   *
   * @throws Failure NOT_FOUND when there is none, or none with a community
   */
  Concept named(String id) {
    return find(id).orElseThrow(() -> Failure.notFound("There is no such condition."));
  }

  /** The condition with this id, if there is one with a community. */
  Optional<Concept> find(String id) {
    return vocabulary.find(Kind.CONDITION, id).filter(condition -> !condition.category());
  }

  /** Communities that are close, closest first. */
  List<Concept> related(String id) {
    return vocabulary.related(id).stream().filter(condition -> !condition.category()).toList();
  }
}
