package org.alike.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects what a function's {@code Events} block says: routes, rules and schedules. */
final class Events {
  static final String MAIN_API = "Api";

  /** By the API that they belong to. */
  final Map<String, List<Template.Route>> routes = new LinkedHashMap<>();

  final List<Template.Rule> rules = new ArrayList<>();
  final List<Template.Schedule> schedules = new ArrayList<>();

  void read(String function, String name, Block event) {
    Block properties = event.at("Properties");
    switch (event.text("Type")) {
      case "HttpApi" ->
          routes
              .computeIfAbsent(properties.text("ApiId", MAIN_API), api -> new ArrayList<>())
              .add(route(function, properties));
      case "EventBridgeRule" -> rules.add(rule(function, function + name, properties));
      case "Schedule" ->
          schedules.add(
              new Template.Schedule(function + name, function, properties.text("Schedule")));
      default ->
          throw new StartProblem(
              event.place() + " is an event the local stack does not know: " + event.text("Type"));
    }
  }

  private static Template.Route route(String function, Block block) {
    String authorizer = block.at("Auth").text("Authorizer", ApiReader.DEFAULT_AUTHORIZER);
    if (!block.has("Path")) {
      return new Template.Route("", "$default", function, authorizer);
    }
    String method = block.text("Method").toUpperCase(Locale.ROOT);
    return new Template.Route(method, block.text("Path"), function, authorizer);
  }

  private static Template.Rule rule(String function, String name, Block block) {
    return new Template.Rule(name, function, block.at("Pattern").json().toString());
  }
}
