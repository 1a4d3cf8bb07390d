package org.alike.vocabulary.ontology;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node of OBO Graph JSON.
 *
 * @param where it stands in the file
 */
record GraphNode(Map<?, ?> tree, String where) {

  String id() {
    return shortId(tree.get("id"));
  }

  boolean isClass() {
    return GraphMeta.text(tree, "type").equals("CLASS");
  }

  OntologyFile.Term term(String id, List<String> parents) {
    GraphMeta meta = GraphMeta.of(tree);
    return new OntologyFile.Term(
        id,
        GraphMeta.text(tree, "lbl"),
        meta.list("synonyms").stream().map(GraphNode::synonym).toList(),
        parents,
        meta.list("xrefs").stream().map(xref -> GraphMeta.text(xref, "val")).toList(),
        meta.deprecated(),
        where);
  }

  private static OntologyFile.Synonym synonym(Map<?, ?> synonym) {
    String scope =
        switch (GraphMeta.text(synonym, "pred")) {
          case "hasExactSynonym" -> "EXACT";
          case "hasNarrowSynonym" -> "NARROW";
          case "hasBroadSynonym" -> "BROAD";
          default -> "RELATED";
        };
    String type = shortId(GraphMeta.text(synonym, "synonymType"));
    return new OntologyFile.Synonym(GraphMeta.text(synonym, "val"), scope, type);
  }

  /** {@code DOID:332} of {@code http://purl.obolibrary.org/obo/DOID_332}, and what it is else. */
  static String shortId(@Nullable Object iri) {
    String text = iri instanceof String string ? string : "";
    String last = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')) + 1);
    int underscore = last.indexOf('_');
    boolean term = text.contains("/obo/") && underscore > 0 && text.indexOf('#') < 0;
    return term ? last.substring(0, underscore) + ":" + last.substring(underscore + 1) : last;
  }
}
