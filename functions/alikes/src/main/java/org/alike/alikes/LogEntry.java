package org.alike.alikes;

import java.util.List;
import java.util.Optional;

/**
 * The last change of a member in a cohort that no segment has yet: a row, or a mark that the member
 * is gone. It overrides what segments say of the member.
 *
 * @param memberId the member
 * @param version the version of the member that this is
 * @param packed the row as {@link PackedRows} packs it alone; empty when the member is gone
 */
record LogEntry(String memberId, long version, Optional<byte[]> packed) {
  /** That this is how the member is now. */
  static LogEntry of(Row row) {
    return new LogEntry(row.id(), row.version(), Optional.of(PackedRows.pack(List.of(row))));
  }

  /** That the member is gone as of this version. */
  static LogEntry gone(String memberId, long version) {
    return new LogEntry(memberId, version, Optional.empty());
  }

  /** Whether the member is gone. */
  boolean gone() {
    return packed.isEmpty();
  }

  /** How the member is now; empty when gone. */
  Optional<Row> row() {
    return packed.map(bytes -> PackedRows.unpack(bytes).get(0));
  }

  /** The same for the same entry. */
  String tag() {
    return memberId + " " + version + (gone() ? " gone" : "");
  }
}
