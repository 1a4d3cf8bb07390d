package org.alike.vocabulary.ontology;

import java.util.List;
import java.util.Map;

/** What a graph or a node of OBO Graph JSON says about itself beyond its name. */
record GraphMeta(Map<?, ?> tree) {

  static GraphMeta of(Map<?, ?> owner) {
    return new GraphMeta(owner.get("meta") instanceof Map<?, ?> meta ? meta : Map.of());
  }

  String version() {
    return text(tree, "version");
  }

  boolean deprecated() {
    return text(tree, "deprecated").equals("true");
  }

  /** The first property whose name ends like this; empty when there is none. */
  String property(String name) {
    return list("basicPropertyValues").stream()
        .filter(property -> text(property, "pred").endsWith(name))
        .map(property -> text(property, "val"))
        .findFirst()
        .orElse("");
  }

  List<Map<?, ?>> list(String name) {
    List<?> items = tree.get(name) instanceof List<?> list ? list : List.of();
    return items.stream()
        .filter(Map.class::isInstance)
        .<Map<?, ?>>map(item -> (Map<?, ?>) item)
        .toList();
  }

  static String text(Map<?, ?> from, String name) {
    return from.get(name) instanceof String text ? text : "";
  }
}
