package org.alike.content;

import java.time.Instant;
import java.util.Optional;

/**
 * A page as the table's stream tells it.
 *
 * @param published when this version was written
 * @param body what is served; absent when the page was removed
 * @param cause id of the request that wrote it
 */
record StoredPage(
    PageKind kind,
    String slug,
    String name,
    Head head,
    Instant published,
    Optional<String> body,
    String cause) {}
