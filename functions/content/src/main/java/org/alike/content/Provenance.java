package org.alike.content;

import java.util.Optional;

/**
 * Where a version comes from.
 *
 * @param origin how it came about
 * @param authorId the member who is answerable for it; the importer signs as {@code importer}
 * @param authorName what others see of the author
 * @param note what the author says of it
 * @param restores the earlier version that it brings back
 * @param files digest of the files it was imported from; only imported versions have one
 */
record Provenance(
    Origin origin,
    String authorId,
    Optional<String> authorName,
    Optional<String> note,
    Optional<Long> restores,
    Optional<String> files) {

  /** Of a version that an editor made. */
  static Provenance of(
      Origin origin, String authorId, Optional<String> authorName, Optional<String> note) {
    return new Provenance(origin, authorId, authorName, note, Optional.empty(), Optional.empty());
  }

  /** Of a version that was read from files with this digest. */
  static Provenance imported(String files) {
    return new Provenance(
        Origin.IMPORT,
        "importer",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(files));
  }
}
