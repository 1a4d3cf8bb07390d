package org.alike.forms;

import java.util.List;
import java.util.Optional;

/** The owners' side of what is kept of forms. */
interface InboxStore {
  /** The submission with this id, as it is now, unless it is deleted or its time is over. */
  Optional<InboxItem> find(String form, String id);

  /** The form's partitions; where attributes are named, their items have no others. */
  InboxReader.Partitions partitions(String form, String... attributes);

  /**
   * Keeps what an owner has changed of a submission.
   *
   * @return false when it is another one by now
   */
  boolean change(InboxItem before, InboxItem after);

  /**
   * Deletes a submission for good: nothing late can bring it back.
   *
   * @return false when it is another one by now
   */
  boolean delete(InboxItem item);

  /** Whether this submission was deleted not long ago. */
  boolean isDeleted(String form, String id);

  /** Remembers the columns of an export for a day. */
  void keepColumns(String export, List<String> names);

  /** The columns of an export that was begun within a day. */
  Optional<List<String>> columns(String export);
}
