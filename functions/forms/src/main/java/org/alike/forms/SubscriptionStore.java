package org.alike.forms;

import java.time.Instant;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.store.DynamoTable;
import org.alike.store.Key;
import org.alike.store.Write;

/**
 * The state of newsletters' subscriptions, which is kept on their submissions: waiting, confirmed,
 * ended, and never back. Thread-safe.
 */
final class SubscriptionStore {
  private static final int ATTEMPTS = 5;
  private final DynamoTable table;

  SubscriptionStore(DynamoTable table) {
    this.table = table;
  }

  Optional<Deliverable> find(String form, String submission) {
    return table.get(SubmissionKeys.submission(form, submission)).flatMap(Deliverable::of);
  }

  /**
   * Brings a subscription to a stage, unless it is there or further; what it is then.
   *
   * @throws Failure NOT_FOUND when its submission is gone meanwhile
   */
  Deliverable advance(Deliverable seen, Stage wanted, Instant now) {
    Deliverable current = seen;
    Submission submission = seen.submission();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (wanted.compareTo(current.stage()) <= 0) {
        return current;
      }
      if (table.write(to(current, wanted), DeliveryStore.reminder(submission, now)).done()) {
        return new Deliverable(submission, wanted);
      }
      current =
          find(submission.form(), submission.id())
              .orElseThrow(() -> Failure.notFound("There is nothing at this address."));
    }
    throw Failure.unavailable(1);
  }

  private static Write to(Deliverable current, Stage wanted) {
    Submission submission = current.submission();
    Key key = SubmissionKeys.submission(submission.form(), submission.id());
    Write update = Write.update(key, "SET #subscription = ?", wanted.word());
    return current.stage() == Stage.RECEIVED
        ? update.when("#status = ? AND attribute_not_exists(#subscription)", "received")
        : update.when("#status = ? AND #subscription = ?", "received", current.stage().word());
  }
}
