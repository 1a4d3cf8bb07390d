package org.alike.discussions;

/**
 * Who wrote a post, by the name they had then: a later change of name applies to later posts.
 *
 * @param id the member
 * @param displayName as shown
 */
record Author(String id, String displayName) {}
