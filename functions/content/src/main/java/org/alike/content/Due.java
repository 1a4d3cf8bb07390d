package org.alike.content;

import java.time.Instant;

/**
 * A page that is to be published by itself.
 *
 * @param slug of the page
 * @param at when
 */
record Due(String slug, Instant at) {}
