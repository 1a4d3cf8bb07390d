package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * CloudFormation's functions over the values of this machine. A resource is known by its logical
 * id: {@code !Ref FormsTable} is {@code FormsTable}, and an attribute of it is {@code
 * arn:local:FormsTable:StreamArn}, from which {@link #logicalId} finds the way back.
 */
final class Intrinsics {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}!]+)}");
  private static final Map<String, String> PSEUDO =
      Map.of(
          "AWS::Region", Settings.REGION,
          "AWS::AccountId", Settings.ACCOUNT,
          "AWS::Partition", "aws",
          "AWS::URLSuffix", "amazonaws.com",
          "AWS::StackName", "alike-local");

  private final Map<String, String> parameters;
  private final JsonNode conditions;
  private final Set<String> resources;
  private final Map<String, String> attributes;

  /**
   * @param parameters the template's parameters with the values they have here
   * @param conditions the template's block of that name
   * @param resources all logical ids
   * @param attributes attributes with a value of their own here, such as {@code Api.ApiEndpoint}
   */
  Intrinsics(
      Map<String, String> parameters,
      JsonNode conditions,
      Set<String> resources,
      Map<String, String> attributes) {
    this.parameters = parameters;
    this.conditions = conditions;
    this.resources = resources;
    this.attributes = attributes;
  }

  static String logicalId(String reference) {
    String[] parts = reference.split(":", -1);
    return reference.startsWith("arn:local:") ? parts[2] : reference;
  }

  /** The value with every function in it resolved, or null for {@code AWS::NoValue}. */
  @Nullable JsonNode resolve(JsonNode node) {
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (JsonNode item : node) {
        JsonNode value = resolve(item);
        if (value != null) {
          array.add(value);
        }
      }
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    if (node.size() == 1) {
      String name = node.fieldNames().next();
      if (name.equals("Ref") || name.startsWith("Fn::")) {
        return call(name, node.get(name));
      }
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      JsonNode value = resolve(field.getValue());
      if (value != null) {
        object.set(field.getKey(), value);
      }
    }
    return object;
  }

  boolean holds(String condition) {
    JsonNode expression = conditions.get(condition);
    if (expression == null) {
      throw new StartProblem("The template names no condition " + condition);
    }
    return truth(expression);
  }

  private @Nullable JsonNode call(String name, JsonNode argument) {
    return switch (name) {
      case "Ref" -> ref(argument.asText());
      case "Fn::GetAtt" -> text(attribute(argument));
      case "Fn::Sub" -> text(substitute(argument));
      case "Fn::Join" -> text(join(argument));
      case "Fn::Split" -> split(argument);
      case "Fn::Select" -> list(argument.get(1)).get(argument.get(0).asInt());
      case "Fn::If" -> resolve(argument.get(holds(argument.get(0).asText()) ? 1 : 2));
      default -> throw new StartProblem("The local stack does not know the function " + name);
    };
  }

  private boolean truth(JsonNode expression) {
    String name = expression.fieldNames().next();
    JsonNode argument = expression.get(name);
    return switch (name) {
      case "Condition" -> holds(argument.asText());
      case "Fn::Equals" -> string(argument.get(0)).equals(string(argument.get(1)));
      case "Fn::Not" -> !truth(argument.get(0));
      case "Fn::And" -> StreamSupport.stream(argument.spliterator(), false).allMatch(this::truth);
      case "Fn::Or" -> StreamSupport.stream(argument.spliterator(), false).anyMatch(this::truth);
      default -> throw new StartProblem("The local stack does not know the condition " + name);
    };
  }

  private @Nullable JsonNode ref(String name) {
    return name.equals("AWS::NoValue") ? null : text(value(name));
  }

  private String value(String name) {
    String known = parameters.getOrDefault(name, PSEUDO.get(name));
    if (known != null) {
      return known;
    }
    // `!Ref SomeFunction.Alias` is the transform's name for the published alias.
    String id = name.endsWith(".Alias") ? name.substring(0, name.length() - 6) : name;
    if (!resources.contains(id)) {
      throw new StartProblem("The template refers to " + name + ", which it does not define");
    }
    return id;
  }

  private String attribute(JsonNode argument) {
    String path =
        argument.isArray()
            ? argument.get(0).asText() + "." + argument.get(1).asText()
            : argument.asText();
    return attribute(path);
  }

  private String attribute(String path) {
    int dot = path.indexOf('.');
    String id = dot < 0 ? path : path.substring(0, dot);
    String local = attributes.get(path);
    return local != null ? local : "arn:local:" + value(id) + ":" + path.substring(dot + 1);
  }

  private String substitute(JsonNode argument) {
    JsonNode names = argument.isArray() ? argument.get(1) : JsonNodeFactory.instance.objectNode();
    String pattern = argument.isArray() ? argument.get(0).asText() : argument.asText();
    Matcher variable = VARIABLE.matcher(pattern);
    StringBuilder text = new StringBuilder();
    while (variable.find()) {
      String name = variable.group(1);
      String value =
          names.has(name)
              ? string(names.get(name))
              : name.contains(".") ? attribute(name) : value(name);
      variable.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return variable.appendTail(text).toString();
  }

  private String join(JsonNode argument) {
    StringJoiner joined = new StringJoiner(argument.get(0).asText());
    list(argument.get(1)).forEach(item -> joined.add(item.asText()));
    return joined.toString();
  }

  private ArrayNode split(JsonNode argument) {
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    String separator = Pattern.quote(argument.get(0).asText());
    for (String part : string(argument.get(1)).split(separator, -1)) {
      parts.add(part);
    }
    return parts;
  }

  private JsonNode list(JsonNode node) {
    JsonNode value = resolve(node);
    if (value == null || !value.isArray()) {
      throw new StartProblem("The template has something else where a list belongs: " + node);
    }
    return value;
  }

  private String string(JsonNode node) {
    JsonNode value = resolve(node);
    return value == null ? "" : value.asText();
  }

  private static JsonNode text(String value) {
    return JsonNodeFactory.instance.textNode(value);
  }
}
