package org.alike.vocabulary;

/**
 * Where imported names come from. Licences ask that it is named beside them.
 *
 * @param name the ontology, such as "Mondo Disease Ontology"
 * @param version as the ontology states it; empty when it states none
 * @param licence under which it may be used, as known of it or as it states
 * @param file the file that was read, without its folder
 * @param digest SHA-256 of that file, in hexadecimal
 */
public record Source(String name, String version, String licence, String file, String digest) {}
