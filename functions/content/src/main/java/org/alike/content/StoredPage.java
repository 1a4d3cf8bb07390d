package org.alike.content;

import java.time.Instant;
import java.util.Optional;

/**
 * A page as the table's stream tells it.
 *
 * @param version of the page
 * @param published when this version was written
 * @param content what is kept, as JSON; absent when the page was removed
 * @param cause id of the request that wrote it
 */
record StoredPage(
    PageKind kind,
    String slug,
    String name,
    long version,
    Instant published,
    Optional<String> content,
    String cause) {}
