package org.alike.vocabulary.ontology;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an ontology in OBO Graph JSON, node by node, so that it needs no more memory than its
 * terms. A file that breaks the format or ends too early fails with its line. Not thread-safe.
 */
final class OboGraphReader {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String file;
  private final Map<String, GraphNode> nodes = new LinkedHashMap<>();
  private final Map<String, List<String>> parents = new LinkedHashMap<>();
  private GraphMeta meta = new GraphMeta(Map.of());

  private OboGraphReader(String file) {
    this.file = file;
  }

  /**
   * @throws BrokenOntology if the file breaks the format
   */
  static OntologyFile read(Path path) throws IOException {
    OboGraphReader reader = new OboGraphReader(path.getFileName().toString());
    try (JsonParser parser = JSON.createParser(path.toFile())) {
      reader.document(parser);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new BrokenOntology(
          reader.file + ", line " + line + ": no valid JSON: " + e.getOriginalMessage());
    }
    return reader.ontology();
  }

  private OntologyFile ontology() {
    List<OntologyFile.Term> terms = new ArrayList<>();
    nodes.forEach((id, node) -> terms.add(node.term(id, parents.getOrDefault(id, List.of()))));
    return new OntologyFile(
        meta.version(), meta.property("license"), meta.property("title"), terms);
  }

  private void document(JsonParser parser) throws IOException {
    expect(parser, parser.nextToken(), JsonToken.START_OBJECT, "an object");
    boolean graphs = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean isGraphs = parser.currentName().equals("graphs");
      graphs |= isGraphs;
      JsonToken value = parser.nextToken();
      if (isGraphs) {
        expect(parser, value, JsonToken.START_ARRAY, "a list of graphs");
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          graph(parser);
        }
      } else {
        parser.skipChildren();
      }
    }
    if (!graphs) {
      throw new BrokenOntology(file + ": no OBO Graph, it has no \"graphs\"");
    }
  }

  private void graph(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "meta" -> meta = new GraphMeta(JsonTree.read(parser));
        case "nodes" -> {
          expect(parser, value, JsonToken.START_ARRAY, "a list of nodes");
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            node(parser);
          }
        }
        case "edges" -> {
          expect(parser, value, JsonToken.START_ARRAY, "a list of edges");
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            edge(parser);
          }
        }
        default -> parser.skipChildren();
      }
    }
  }

  private void node(JsonParser parser) throws IOException {
    String where = "line " + parser.currentTokenLocation().getLineNr();
    Map<?, ?> tree = JsonTree.read(parser);
    GraphNode node = new GraphNode(tree, where);
    if (node.isClass()) {
      if (node.id().isEmpty()) {
        throw new BrokenOntology(file + ", " + where + ": a node without an id");
      }
      if (nodes.put(node.id(), node) != null) {
        throw new BrokenOntology(file + ", " + where + ": " + node.id() + " is there twice");
      }
    }
  }

  private void edge(JsonParser parser) throws IOException {
    Map<?, ?> edge = JsonTree.read(parser);
    if ("is_a".equals(edge.get("pred"))) {
      parents
          .computeIfAbsent(GraphNode.shortId(edge.get("sub")), any -> new ArrayList<>())
          .add(GraphNode.shortId(edge.get("obj")));
    }
  }

  private void expect(JsonParser parser, JsonToken found, JsonToken expected, String what) {
    if (found != expected) {
      int line = parser.currentTokenLocation().getLineNr();
      throw new BrokenOntology(file + ", line " + line + ": should be " + what);
    }
  }
}
