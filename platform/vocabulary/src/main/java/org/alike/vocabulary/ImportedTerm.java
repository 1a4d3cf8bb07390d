package org.alike.vocabulary;

import java.util.List;

/**
 * A term of an ontology on its way into the vocabulary.
 *
 * @param kind what it is
 * @param id as the ontology writes it, such as {@code DOID:332}
 * @param name the ontology's preferred name
 * @param synonyms its other names
 * @param parents ids of the next more general terms of the same ontology
 * @param codes ids of the same thing elsewhere, such as {@code ICD10CM:G12.21}
 */
public record ImportedTerm(
    Kind kind,
    String id,
    String name,
    List<Synonym> synonyms,
    List<String> parents,
    List<String> codes) {

  public ImportedTerm {
    synonyms = List.copyOf(synonyms);
    parents = List.copyOf(parents);
    codes = List.copyOf(codes);
  }

  /** The code system of the id: {@code DOID}. */
  String prefix() {
    return id.substring(0, Math.max(0, id.indexOf(':')));
  }

  /** How far a synonym is one. */
  public enum Scope {
    /** A layperson's word for exactly this. */
    LAYPERSON,
    /** Another name for exactly this. */
    EXACT,
    /** A name for something narrower, broader or near: only good to ask back with. */
    RELATED
  }

  /**
   * Another name.
   *
   * @param abbreviation whether the ontology says that it is one
   */
  public record Synonym(String text, Scope scope, boolean abbreviation) {}
}
