package org.alike.content;

import java.util.Optional;
import java.util.Set;

/**
 * A line of the list of pages.
 *
 * @param slug the page's address
 * @param name what the list calls it
 * @param shortName the short form worth showing beside the name
 * @param label both
 * @param covers ids of more general conditions that the page answers for
 * @param head which state of the page it was written for
 */
record Entry(
    String slug,
    String name,
    Optional<String> shortName,
    String label,
    Set<String> covers,
    Head head) {}
