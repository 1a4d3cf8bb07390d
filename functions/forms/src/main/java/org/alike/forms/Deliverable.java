package org.alike.forms;

import java.util.Optional;
import org.alike.store.Item;

/**
 * A submission that somebody is to hear of: its own item is the outbox. Whether anybody is, the
 * attribute {@code deliver} says, which is written with it.
 *
 * @param submission what was sent
 * @param stage how far it has come
 */
record Deliverable(Submission submission, Stage stage) {
  /** The version of the delivery settings when it came; without it nobody is to hear. */
  static final String DELIVER = "deliver";

  /**
   * What an item of the table has to tell; empty while it is in quarantine, and once it is gone.
   */
  static Optional<Deliverable> of(Item item) {
    return DynamoSubmissionStore.submission(item)
        .filter(submission -> submission.isAccepted() && item.findNumber(DELIVER).isPresent())
        .map(submission -> new Deliverable(submission, Stage.of(item)));
  }
}
