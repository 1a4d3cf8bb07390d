package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads CloudFormation's YAML as the JSON it stands for: {@code !Ref X} becomes {@code {"Ref":
 * "X"}}, {@code !Sub X} becomes {@code {"Fn::Sub": "X"}}.
 */
final class CloudFormationYaml {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CloudFormationYaml() {}

  static JsonNode read(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      Node root = new Yaml().compose(reader);
      if (root == null) {
        throw new StartProblem(file + " is empty");
      }
      return json(root);
    } catch (MarkedYAMLException e) {
      throw new StartProblem(file + ", " + position(e) + ": " + e.getProblem(), e);
    } catch (IOException e) {
      throw new StartProblem(file + " cannot be read", e);
    }
  }

  private static String position(MarkedYAMLException e) {
    return e.getProblemMark() == null ? "somewhere" : "line " + (e.getProblemMark().getLine() + 1);
  }

  private static JsonNode json(Node node) {
    String tag = node.getTag().getValue();
    JsonNode plain = plain(node);
    if (!tag.startsWith("!")) {
      return plain;
    }
    String name = tag.substring(1);
    boolean bare = name.equals("Ref") || name.equals("Condition");
    ObjectNode function = JSON.objectNode();
    function.set(bare ? name : "Fn::" + name, plain);
    return function;
  }

  private static JsonNode plain(Node node) {
    if (node instanceof MappingNode mapping) {
      ObjectNode object = JSON.objectNode();
      for (NodeTuple entry : mapping.getValue()) {
        object.set(((ScalarNode) entry.getKeyNode()).getValue(), json(entry.getValueNode()));
      }
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      var array = JSON.arrayNode();
      sequence.getValue().forEach(item -> array.add(json(item)));
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private static JsonNode scalar(ScalarNode node) {
    Tag tag = node.getTag();
    String value = node.getValue();
    if (tag.equals(Tag.INT)) {
      return JSON.numberNode(Long.parseLong(value));
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(value));
    }
    return JSON.textNode(value);
  }
}
