package org.alike.content;

import java.time.Instant;
import java.util.Map;
import org.alike.kernel.Json;

/**
 * One publication of a condition page.
 *
 * @param number the page's version
 * @param published when
 * @param provenance by whom, how and why
 * @param manuscript packed JSON of what was published
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Version(long number, Instant published, Provenance provenance, byte[] manuscript) {

  /** What tells of it, without the text. */
  Map<String, Object> toJson() {
    return Json.of(
        "version",
        number,
        "published",
        published.toString(),
        "author",
        Author.of(provenance).toJson(),
        "note",
        provenance.note(),
        "origin",
        provenance.origin().word(),
        "restores",
        provenance.restores());
  }

  /** What was published. */
  Manuscript read() {
    return ManuscriptJson.read(Json.trusted(Packed.unpack(manuscript)));
  }
}
