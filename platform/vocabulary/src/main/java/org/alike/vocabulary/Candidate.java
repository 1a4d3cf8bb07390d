package org.alike.vocabulary;

/**
 * A concept that a person's words mean, or may mean.
 *
 * @param concept what they mean
 * @param matched the name of the concept that the words were recognised as, as the data writes it;
 *     the preferred name when that is a misspelling; never the words themselves
 * @param why how the words come to that name
 */
public record Candidate(Concept concept, String matched, Why why) {}
