package org.alike.content;

import java.time.Instant;
import java.util.Map;
import org.alike.kernel.Json;

/**
 * What readers see of a page, as editors look at it.
 *
 * @param name the page's English name
 * @param published when
 * @param provenance by whom, how and why
 * @param packed the edition's JSON
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Live(String name, Instant published, Provenance provenance, byte[] packed) {

  /** The manuscript as JSON. */
  Map<String, Object> document() {
    return Json.asObject(Json.trusted(Packed.unpack(packed)).get("manuscript")).orElse(Map.of());
  }

  /** What tells of it, without the text. */
  Map<String, Object> toJson() {
    return Json.of(
        "state",
        EditorialState.PUBLISHED.word(),
        "author",
        Author.of(provenance).toJson(),
        "updated",
        published.toString(),
        "note",
        provenance.note(),
        "restores",
        provenance.restores());
  }
}
