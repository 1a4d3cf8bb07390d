package org.alike.forms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What became of everything that was to be told about a submission. There is one of it for each
 * submission, written when the first tries are over.
 *
 * @param form the submission's form
 * @param submission its id
 * @param stages of which the messages are among the parts
 * @param parts the messages
 * @param taken until when somebody is at work on it
 * @param version grows with each change
 * @param expires with the submission
 */
record Delivery(
    String form,
    String submission,
    Set<Stage> stages,
    List<Part> parts,
    Optional<Instant> taken,
    long version,
    Instant expires) {

  Delivery {
    stages = stages.isEmpty() ? Set.of() : Set.copyOf(stages);
    parts = List.copyOf(parts);
  }

  /** Before anything was told. */
  static Delivery none(Submission submission) {
    return new Delivery(
        submission.form(),
        submission.id(),
        Set.of(),
        List.of(),
        Optional.empty(),
        0,
        submission.expires());
  }

  /** With a stage and its messages. */
  Delivery with(Stage stage, List<Part> more) {
    Set<Stage> all = EnumSet.of(stage);
    all.addAll(stages);
    List<Part> every = new ArrayList<>(parts);
    every.addAll(more);
    return changed(all, every, taken);
  }

  /** With each message as this makes it. */
  Delivery with(UnaryOperator<Part> change) {
    return changed(stages, parts.stream().map(change).toList(), Optional.empty());
  }

  /** In somebody's hands, who loses it at this moment unless they are done by then. */
  Delivery takenUntil(Instant when) {
    return changed(stages, parts, Optional.of(when));
  }

  private Delivery changed(Set<Stage> all, List<Part> every, Optional<Instant> until) {
    return new Delivery(form, submission, all, every, until, version + 1, expires);
  }

  /** When there is something to do next. */
  Optional<Instant> due() {
    Optional<Instant> next =
        parts.stream()
            .filter(part -> part.state() == Part.State.DUE)
            .map(Part::next)
            .min(Instant::compareTo);
    return next.map(when -> taken.filter(when::isBefore).orElse(when));
  }

  List<Part> dueAt(Instant now) {
    return parts.stream().filter(part -> part.isDueAt(now)).toList();
  }

  boolean has(Part.State state) {
    return parts.stream().anyMatch(part -> part.state() == state);
  }

  Optional<Part> part(String id) {
    return parts.stream().filter(part -> part.id().equals(id)).findFirst();
  }
}
