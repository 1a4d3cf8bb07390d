package org.alike.content;

import java.util.stream.Stream;

/** Knows some of the addresses that search engines may know of. */
@FunctionalInterface
interface SitemapSource {
  /** Public pages only, in an order that stays. */
  Stream<SitemapAddress> addresses();
}
