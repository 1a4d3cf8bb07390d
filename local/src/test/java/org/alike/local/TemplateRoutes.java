package org.alike.local;

import static org.alike.local.TemplateYaml.map;
import static org.alike.local.TemplateYaml.object;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The routes of the template that do something, as {@code METHOD /path}. */
public final class TemplateRoutes {
  static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private TemplateRoutes() {}

  /** All of them. */
  public static Set<String> all() {
    Set<String> routes = new TreeSet<>();
    TemplateYaml.resources(
            TemplateYaml.read(Path.of("../template.yaml")), "AWS::Serverless::Function")
        .values()
        .forEach(function -> routes.addAll(of(function)));
    return routes;
  }

  /** Those of one function. */
  static Set<String> of(Map<String, Object> function) {
    Set<String> routes = new TreeSet<>();
    for (Object event : map(function, "Properties", "Events").values()) {
      Map<String, Object> properties = map(object(event), "Properties");
      String method = String.valueOf(properties.getOrDefault("Method", ""));
      if (METHODS.contains(method.toLowerCase(Locale.ROOT))) {
        routes.add(method + " " + properties.get("Path"));
      }
    }
    return routes;
  }
}
