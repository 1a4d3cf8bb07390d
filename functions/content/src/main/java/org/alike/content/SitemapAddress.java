package org.alike.content;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A page that search engines may know of.
 *
 * @param address where people read it
 * @param modified when it changed last
 * @param alternates the same page by language, itself included; none when it has only one
 */
record SitemapAddress(String address, Optional<Instant> modified, Map<String, String> alternates) {

  /** A page in one language. */
  static SitemapAddress of(String address, Optional<Instant> modified) {
    return new SitemapAddress(address, modified, Map.of());
  }
}
