package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in the template with its functions resolved, which says where it is when something
 * expected is not there.
 */
record Block(String place, JsonNode json) {

  static Block of(String place, @Nullable JsonNode json) {
    return new Block(place, json == null ? MissingNode.getInstance() : json);
  }

  boolean exists() {
    return !json.isMissingNode() && !json.isNull();
  }

  boolean has(String name) {
    return json.has(name);
  }

  Block at(String name) {
    return of(place + "." + name, json.get(name));
  }

  String text(String name) {
    JsonNode value = json.get(name);
    if (value == null || !value.isValueNode()) {
      throw new StartProblem(place + " has no " + name);
    }
    return value.asText();
  }

  String text(String name, String otherwise) {
    return json.has(name) ? text(name) : otherwise;
  }

  int number(String name, int otherwise) {
    if (!json.has(name)) {
      return otherwise;
    }
    try {
      return Integer.parseInt(text(name));
    } catch (NumberFormatException e) {
      throw new StartProblem(place + "." + name + " is not a number", e);
    }
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(text(name, "false"));
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    JsonNode value = json.path(name);
    if (value.isValueNode()) {
      texts.add(value.asText());
    }
    value.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  List<Block> list(String name) {
    List<Block> blocks = new ArrayList<>();
    json.path(name).forEach(item -> blocks.add(of(place + "." + name, item)));
    return blocks;
  }

  Map<String, Block> fields() {
    Map<String, Block> fields = new LinkedHashMap<>();
    json.properties()
        .forEach(
            field ->
                fields.put(field.getKey(), of(place + "." + field.getKey(), field.getValue())));
    return fields;
  }

  /** Refuses what the local stack would otherwise ignore in silence. */
  void mayHave(Set<String> known) {
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw new StartProblem(
                    place + "." + name + " is something the local stack does not know");
              }
            });
  }
}
