package org.alike.content;

import java.time.Instant;
import java.util.List;
import org.alike.kernel.Json;

/**
 * A published page as it is kept: what tells whether somebody's copy is still true, and the packed
 * text, unpacked only for who has none.
 *
 * @param slug its address
 * @param head its state
 * @param published when that was
 * @param outline which texts it has
 * @param related slugs of related pages
 * @param packed the content, see {@link Packed}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PublishedPage(
    String slug,
    Head head,
    Instant published,
    Outline outline,
    List<String> related,
    byte[] packed) {

  /** The content as JSON text. */
  String content() {
    return Packed.unpack(packed);
  }

  /** The edition that a condition's page holds. */
  Edition edition() {
    return Edition.fromJson(Json.trusted(content()));
  }
}
