package org.alike.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a function: its handler, environment, time limit and asynchronous failures. */
final class FunctionReader {
  private FunctionReader() {}

  static Template.Function read(String id, Block block, Block globals) {
    block.mayHave(
        Set.of(
            "AutoPublishAliasAllProperties",
            "Description",
            "Environment",
            "EventInvokeConfig",
            "Events",
            "Handler",
            "LoggingConfig",
            "MemorySize",
            "Policies",
            "Timeout"));
    Map<String, String> environment = new LinkedHashMap<>();
    addVariables(environment, globals);
    addVariables(environment, block);
    Block asynchronous = block.at("EventInvokeConfig");
    return new Template.Function(
        id,
        block.text("Handler"),
        environment,
        Duration.ofSeconds(block.number("Timeout", globals.number("Timeout", 3))),
        permissions(block),
        asynchronous.number("MaximumRetryAttempts", 2),
        destination(asynchronous.at("DestinationConfig")));
  }

  /** The queue a {@code DestinationConfig} names for failures, or null. */
  static @Nullable String destination(Block config) {
    Block failure = config.at("OnFailure");
    return failure.exists() ? Intrinsics.logicalId(failure.text("Destination")) : null;
  }

  private static List<Template.Permission> permissions(Block block) {
    List<Template.Permission> permissions = new ArrayList<>();
    for (Block policy : block.list("Policies")) {
      for (Block statement : policy.list("Statement")) {
        if (!statement.text("Effect").equals("Allow")) {
          throw new StartProblem(statement.place() + ": only Allow is known here");
        }
        permissions.add(
            new Template.Permission(
                Set.copyOf(statement.texts("Action")),
                Set.copyOf(statement.texts("Resource")),
                conditions(statement.at("Condition"))));
      }
    }
    return permissions;
  }

  private static Map<String, List<String>> conditions(Block block) {
    Map<String, List<String>> conditions = new LinkedHashMap<>();
    block
        .fields()
        .forEach(
            (operator, keys) -> {
              if (!operator.endsWith("StringEquals")) {
                throw new StartProblem(keys.place() + " is a condition not known here");
              }
              keys.fields().keySet().forEach(key -> conditions.put(key, keys.texts(key)));
            });
    return conditions;
  }

  private static void addVariables(Map<String, String> environment, Block block) {
    block
        .at("Environment")
        .at("Variables")
        .json()
        .properties()
        .forEach(variable -> environment.put(variable.getKey(), variable.getValue().asText()));
  }
}
