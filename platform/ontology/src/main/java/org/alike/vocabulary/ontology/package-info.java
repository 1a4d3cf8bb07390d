/**
 * Imports ontologies that an operator downloaded, Disease Ontology, Mondo and HPO, into the file
 * that a function's vocabulary loads. Run by hand; a module of its own, so that no parser ships to
 * a function.
 */
@NullMarked
package org.alike.vocabulary.ontology;

import org.jspecify.annotations.NullMarked;
