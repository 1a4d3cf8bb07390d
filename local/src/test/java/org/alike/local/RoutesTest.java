package org.alike.local;

import static org.alike.local.TemplateYaml.map;
import static org.alike.local.TemplateYaml.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.alike.kernel.Environment;
import org.alike.kernel.HttpEndpoint;
import org.junit.jupiter.api.Test;

/** Template, openapi.yaml and code know the same routes. */
class RoutesTest {
  private static final Environment ENVIRONMENT =
      Environment.of(
          Map.of(
              "TABLE", "AnyTable",
              "FILES", "any-bucket",
              "BUS", "any-bus",
              "SITE_URL", "http://localhost:3000",
              "MINIMUM_AGE", "16",
              "CONSENT_VERSIONS", "2026-11",
              "API_URL", "http://localhost:3000",
              "MAIL_FROM", "Alike <hello@example.org>"));

  private final Map<String, Object> template = TemplateYaml.read(Path.of("../template.yaml"));
  private final Map<String, Object> openapi = TemplateYaml.read(Path.of("../openapi.yaml"));

  @Test
  void routes_areTheSame_inTemplateAndOpenApi() {
    Set<String> routes = new TreeSet<>();
    inTemplate().values().forEach(routes::addAll);

    assertThat(inOpenApi()).isEqualTo(routes);
  }

  @Test
  void routes_areTheSame_inTemplateAndCode() throws ReflectiveOperationException {
    for (Map.Entry<String, Set<String>> function : inTemplate().entrySet()) {
      assertThat(inCode(function.getKey())).as(function.getKey()).isEqualTo(function.getValue());
    }
  }

  @Test
  void paths_haveAnAnyRouteThatAnswersMethodNotAllowed() {
    TemplateYaml.resources(template, "AWS::Serverless::Function")
        .forEach(
            (id, function) -> {
              Set<String> any = anyMethod(function);
              for (String route : TemplateRoutes.of(function)) {
                assertThat(any).as(id).contains(route.substring(route.indexOf(' ') + 1));
              }
            });
  }

  @Test
  void routes_askForAToken_inOpenApiAsInTheTemplate() {
    TemplateYaml.resources(template, "AWS::Serverless::Function")
        .forEach(
            (id, function) ->
                map(function, "Properties", "Events")
                    .values()
                    .forEach(event -> sameSecurity(map(object(event), "Properties"))));
  }

  private void sameSecurity(Map<String, Object> properties) {
    String method = String.valueOf(properties.get("Method")).toLowerCase(Locale.ROOT);
    if (TemplateRoutes.METHODS.contains(method)) {
      Map<String, Object> operation =
          map(openapi, "paths", String.valueOf(properties.get("Path")), method);
      boolean open = TemplateYaml.isOpen(properties);
      assertThat(List.of().equals(operation.get("security")))
          .as(method + " " + properties.get("Path"))
          .isEqualTo(open);
    }
  }

  private Map<String, Set<String>> inTemplate() {
    Map<String, Set<String>> routes = new TreeMap<>();
    TemplateYaml.resources(template, "AWS::Serverless::Function")
        .forEach(
            (id, function) -> {
              Set<String> own = TemplateRoutes.of(function);
              if (!own.isEmpty()) {
                routes.put(String.valueOf(map(function, "Properties").get("Handler")), own);
              }
            });
    return routes;
  }

  /** The paths whose other methods are answered. */
  private static Set<String> anyMethod(Map<String, Object> function) {
    Set<String> paths = new TreeSet<>();
    for (Object event : map(function, "Properties", "Events").values()) {
      Map<String, Object> properties = map(object(event), "Properties");
      if ("ANY".equals(properties.get("Method"))) {
        paths.add(String.valueOf(properties.get("Path")));
      }
    }
    return paths;
  }

  private Set<String> inOpenApi() {
    Set<String> routes = new TreeSet<>();
    map(openapi, "paths")
        .forEach(
            (path, item) ->
                object(item).keySet().stream()
                    .filter(TemplateRoutes.METHODS::contains)
                    .forEach(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    return routes;
  }

  /** Every HTTP function keeps its routes in a field of this name. */
  private static Set<String> inCode(String handler) throws ReflectiveOperationException {
    Object function =
        Class.forName(handler).getConstructor(Environment.class).newInstance(ENVIRONMENT);
    Field field = function.getClass().getDeclaredField("endpoint");
    field.setAccessible(true);
    Set<String> routes = new TreeSet<>();
    ((HttpEndpoint) field.get(function)).routes().forEach(routes::add);
    return routes;
  }
}
