package org.alike.content;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;

/**
 * What editors have written of a page and not published.
 *
 * @param slug of the page
 * @param state anything but published
 * @param author who saved it last
 * @param updated when that was
 * @param publishAt when it is to be published; only when it is scheduled
 * @param note what the author says of it
 * @param base the page's version that it was begun with, or scheduled over
 * @param restores the earlier version whose text it is
 * @param packed the manuscript's JSON
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Draft(
    String slug,
    EditorialState state,
    Author author,
    Instant updated,
    Optional<Instant> publishAt,
    Optional<String> note,
    long base,
    Optional<Long> restores,
    byte[] packed) {

  /** The manuscript as JSON. */
  Map<String, Object> document() {
    return Json.trusted(Packed.unpack(packed));
  }

  /** Who made the version that it becomes, and how. */
  Provenance provenance(Origin origin) {
    return new Provenance(origin, author.id(), author.name(), note, restores, Optional.empty());
  }

  /** What tells of it, without the text. */
  Map<String, Object> toJson() {
    return Json.of(
        "state",
        state.word(),
        "author",
        author.toJson(),
        "updated",
        updated.toString(),
        "publishAt",
        publishAt.map(Instant::toString),
        "note",
        note,
        "restores",
        restores,
        "baseVersion",
        base);
  }
}
