package org.alike.content;

/**
 * A part of a page under one heading.
 *
 * @param id what links name it by
 * @param heading plain text; empty for what stands before the first heading
 * @param html cleaned, without the heading
 * @param markdown as it was written, without the heading
 */
record Section(String id, String heading, String html, String markdown) {}
