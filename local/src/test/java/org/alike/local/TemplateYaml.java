package org.alike.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * template.yaml as the tests of its rules see it: plain maps and lists, an intrinsic function as a
 * map of its tag and its argument. Read apart from the local stack's own reader on purpose.
 */
final class TemplateYaml {
  private TemplateYaml() {}

  static Map<String, Object> read(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      return new Yaml(new Tags()).load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The resources of a type, by logical id. */
  static Map<String, Map<String, Object>> resources(Map<String, Object> template, String type) {
    Map<String, Map<String, Object>> found = new LinkedHashMap<>();
    map(template, "Resources")
        .forEach(
            (id, resource) -> {
              if (type.equals(object(resource).get("Type"))) {
                found.put(id, object(resource));
              }
            });
    return found;
  }

  /** Whether anybody may call a route: it says so, or is one of the API that is for anybody. */
  static boolean isOpen(Map<String, Object> route) {
    return "NONE".equals(map(route, "Auth").get("Authorizer"))
        || Map.of("!Ref", "FormsApi").equals(route.get("ApiId"));
  }

  static Map<String, Object> map(Map<String, Object> parent, String... path) {
    Map<String, Object> at = parent;
    for (String name : path) {
      at = object(at.getOrDefault(name, Map.of()));
    }
    return at;
  }

  @SuppressWarnings("unchecked") // YAML mappings have string keys here
  static Map<String, Object> object(Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of(value);
  }

  private static final class Tags extends SafeConstructor {
    Tags() {
      super(new LoaderOptions());
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return Map.of(node.getTag().getValue(), argument(node));
            }
          });
    }

    private Object argument(Node node) {
      if (node instanceof ScalarNode scalar) {
        return constructScalar(scalar);
      }
      if (node instanceof SequenceNode sequence) {
        return constructSequence(sequence);
      }
      return constructMapping((MappingNode) node);
    }
  }
}
