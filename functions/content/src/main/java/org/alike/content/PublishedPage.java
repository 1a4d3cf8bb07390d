package org.alike.content;

/**
 * A page ready to serve.
 *
 * @param etag strong entity tag of the body, with its quotes
 * @param body JSON text
 */
record PublishedPage(String etag, String body) {}
