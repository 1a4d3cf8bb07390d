package org.alike.content;

/**
 * A page as the files have it.
 *
 * @param page ready to be published
 * @param files digest of the files, by which an unchanged page is known
 */
record FilePage(Page page, String files) {}
