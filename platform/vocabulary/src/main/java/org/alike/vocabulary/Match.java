package org.alike.vocabulary;

/**
 * One suggestion of autocomplete.
 *
 * @param concept what is suggested
 * @param matched the name of the concept that fits what was typed, as the data file writes it; the
 *     preferred name when that is a misspelling
 */
public record Match(Concept concept, String matched) {}
