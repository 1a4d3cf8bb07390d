package org.alike.alikes;

/**
 * Which card is wanted.
 *
 * @param id the member's id
 * @param version the version of the member that is known; an older card is of no use
 */
record CardKey(String id, long version) {}
