package org.alike.vocabulary.ontology;

/** A file that can't be imported. The message is one line that says where and why. */
final class BrokenOntology extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenOntology(String message) {
    super(message.lines().findFirst().orElse(message));
  }
}
