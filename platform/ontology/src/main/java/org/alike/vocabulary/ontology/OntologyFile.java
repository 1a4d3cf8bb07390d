package org.alike.vocabulary.ontology;

import java.util.List;

/**
 * What was read from a file.
 *
 * @param version as the file states it, or empty
 * @param licence as the file states it, or empty
 * @param title as the file states it, or empty
 * @param terms in the order of the file, obsolete ones too
 */
record OntologyFile(String version, String licence, String title, List<Term> terms) {

  OntologyFile {
    terms = List.copyOf(terms);
  }

  /**
   * One term as the file has it.
   *
   * @param where it stands in the file, for a message: "line 12"
   */
  record Term(
      String id,
      String name,
      List<Synonym> synonyms,
      List<String> parents,
      List<String> codes,
      boolean obsolete,
      String where) {

    Term {
      synonyms = List.copyOf(synonyms);
      parents = List.copyOf(parents);
      codes = List.copyOf(codes);
    }
  }

  /**
   * Another name.
   *
   * @param scope EXACT, NARROW, BROAD or RELATED
   * @param type such as {@code layperson} or {@code OMO:0003012}; empty when there is none
   */
  record Synonym(String text, String scope, String type) {}
}
