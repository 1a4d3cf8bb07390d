package org.alike.vocabulary.ontology;

import java.util.Optional;
import org.alike.vocabulary.Kind;

/** What is known of an ontology beyond its file. */
enum KnownOntology {
  DISEASE_ONTOLOGY("DOID", Kind.CONDITION, "Human Disease Ontology", "CC0 1.0", "", ""),
  /** Without the diseases of animals. */
  MONDO("MONDO", Kind.CONDITION, "Mondo Disease Ontology", "CC BY 4.0", "", "MONDO:0005583"),
  /** Only what can be wrong: the rest of it is how often, how early, inherited how. */
  HPO(
      "HP",
      Kind.SYMPTOM,
      "Human Phenotype Ontology",
      "https://hpo.jax.org/app/license: cite it, show its version, leave it as it is",
      "HP:0000118",
      "");

  final String prefix;
  final Kind kind;
  final String title;
  final String licence;

  /** Only this term and what is below it is taken; all when it is empty. */
  final String top;

  /** This term and what is below it is left out. */
  final String leftOut;

  KnownOntology(
      String prefix, Kind kind, String title, String licence, String top, String leftOut) {
    this.prefix = prefix;
    this.kind = kind;
    this.title = title;
    this.licence = licence;
    this.top = top;
    this.leftOut = leftOut;
  }

  static Optional<KnownOntology> of(String prefix) {
    for (KnownOntology known : values()) {
      if (known.prefix.equals(prefix)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
