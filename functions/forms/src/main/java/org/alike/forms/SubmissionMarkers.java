package org.alike.forms;

import java.util.Optional;
import org.alike.kernel.Marker;
import org.alike.store.DynamoMarkers;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;

/**
 * The markers of repeatable requests. A submission's marker is written before the submission, and
 * so counts only when that is there, or was until it was deleted; others are written with what they
 * are about. Thread-safe.
 */
final class SubmissionMarkers implements Marker.Finder {
  private static final String FORM = "form";
  private static final String SUBMISSION = "submission";
  private final DynamoTable table;

  SubmissionMarkers(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Marker> find(String id) {
    return table
        .get(DynamoMarkers.key(id))
        .filter(item -> item.find(SUBMISSION).isEmpty() || table.get(named(item)).isPresent())
        .map(DynamoMarkers::marker);
  }

  /** The marker's item, which names the submission that its answer speaks of. */
  static Item item(Marker marker, String form, String submission) {
    return DynamoMarkers.item(marker).with(FORM, form).with(SUBMISSION, submission);
  }

  private static Key named(Item item) {
    return SubmissionKeys.submission(item.text(FORM), item.text(SUBMISSION));
  }
}
