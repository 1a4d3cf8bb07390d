package org.alike.content;

import java.time.Instant;
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

  /** What was published. */
  Manuscript read() {
    return ManuscriptJson.read(Json.trusted(Packed.unpack(manuscript)));
  }
}
