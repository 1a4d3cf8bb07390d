package org.alike.forms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Digest;

/**
 * A submission as whoever sent it meets it again.
 *
 * @param submission what was sent
 * @param version how often it was changed, whoever did it
 * @param corrected when it was corrected last
 */
record Held(Submission submission, long version, Optional<Instant> corrected) {

  /**
   * Names the content and nothing else: what its owner does with a submission is not to be seen by
   * it, and does not stand in the way of a correction.
   */
  String tag() {
    List<String> parts = new ArrayList<>();
    submission.values().forEach(value -> parts.addAll(List.of(value.name(), value.value())));
    return "\"" + Digest.of(parts.toArray(String[]::new)).substring(0, 20) + "\"";
  }

  Receipt receipt() {
    return new Receipt(submission.form(), submission.id());
  }
}
