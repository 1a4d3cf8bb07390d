package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads template.yaml into a {@link Template}. It is strict: a resource, event or property it does
 * not know is an error rather than something that works here and not on AWS, or the other way.
 */
final class TemplateReader {
  /** What has no counterpart on one machine, and needs none. */
  private static final Set<String> ONLY_ON_AWS =
      Set.of(
          "AWS::Logs::LogGroup",
          "AWS::CloudWatch::Alarm",
          "AWS::SQS::QueuePolicy",
          "AWS::S3::BucketPolicy",
          "AWS::Lambda::Permission",
          "AWS::Cognito::UserPool",
          "AWS::Cognito::UserPoolClient",
          "AWS::Cognito::UserPoolDomain",
          "AWS::Cognito::UserPoolGroup",
          "AWS::Cognito::ManagedLoginBranding");

  private final JsonNode root;
  private final Intrinsics intrinsics;
  private final List<Template.Table> tables = new ArrayList<>();
  private final List<Template.Bucket> buckets = new ArrayList<>();
  private final Map<String, Template.Function> functions = new LinkedHashMap<>();
  private final List<Template.Mapping> mappings = new ArrayList<>();
  private final Events events = new Events();
  private final Map<String, Block> apis = new LinkedHashMap<>();

  private TemplateReader(JsonNode root, Intrinsics intrinsics) {
    this.root = root;
    this.intrinsics = intrinsics;
  }

  /**
   * @param parameters values for this machine, over the template's defaults
   * @param attributes attributes of resources with a value of their own here
   */
  static Template read(Path file, Map<String, String> parameters, Map<String, String> attributes) {
    JsonNode root = CloudFormationYaml.read(file);
    Set<String> ids = new HashSet<>();
    root.path("Resources").fieldNames().forEachRemaining(ids::add);
    if (ids.isEmpty()) {
      throw new StartProblem(file + " has no Resources");
    }
    var intrinsics =
        new Intrinsics(values(root, parameters), root.path("Conditions"), ids, attributes);
    return new TemplateReader(root, intrinsics).template();
  }

  private static Map<String, String> values(JsonNode root, Map<String, String> here) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> parameter : root.path("Parameters").properties()) {
      String name = parameter.getKey();
      JsonNode standard = parameter.getValue().get("Default");
      if (standard == null && !here.containsKey(name)) {
        throw new StartProblem("The template's parameter " + name + " has no value here");
      }
      values.put(name, here.getOrDefault(name, standard == null ? "" : standard.asText()));
    }
    return values;
  }

  private Template template() {
    root.path("Resources").properties().forEach(r -> resource(r.getKey(), r.getValue()));
    Set<String> known = functions.keySet();
    events.routes.values().stream()
        .flatMap(List::stream)
        .forEach(route -> mustExist(known, route.function(), route.key()));
    mappings.forEach(mapping -> mustExist(known, mapping.function(), mapping.name()));
    return new Template(
        List.copyOf(tables),
        List.copyOf(buckets),
        functions,
        api(),
        List.copyOf(mappings),
        List.copyOf(events.rules),
        List.copyOf(events.schedules));
  }

  private Template.Api api() {
    Template.Api api = api(Events.MAIN_API);
    for (String other : events.routes.keySet()) {
      api = other.equals(Events.MAIN_API) ? api : api.beside(api(other));
    }
    return api;
  }

  private Template.Api api(String id) {
    return ApiReader.read(
        apis.getOrDefault(id, Block.of(id, null)), events.routes.getOrDefault(id, List.of()));
  }

  private static void mustExist(Set<String> functions, String function, String place) {
    if (!functions.contains(function)) {
      throw new StartProblem(place + " names " + function + ", which is no function");
    }
  }

  private void resource(String id, JsonNode resource) {
    JsonNode condition = resource.get("Condition");
    if (condition != null && !intrinsics.holds(condition.asText())) {
      return;
    }
    String type = resource.path("Type").asText();
    switch (type) {
      case "AWS::DynamoDB::Table" -> tables.add(TableReader.read(id, properties(id, resource)));
      case "AWS::S3::Bucket" -> buckets.add(BucketReader.read(id, properties(id, resource)));
      case "AWS::Serverless::HttpApi" -> apis.put(id, properties(id, resource));
      case "AWS::Serverless::Function" -> function(id, properties(id, resource));
      case "AWS::Lambda::EventSourceMapping" -> mappings.add(mapping(id, properties(id, resource)));
      case "AWS::Events::EventBus", "AWS::SQS::Queue" -> {} // known by their names
      default -> {
        if (!ONLY_ON_AWS.contains(type)) {
          throw new StartProblem(id + " is a " + type + ", which the local stack does not know");
        }
      }
    }
  }

  private Block properties(String id, JsonNode resource) {
    return Block.of(id, intrinsics.resolve(resource.path("Properties")));
  }

  private void function(String id, Block block) {
    Block globals = Block.of("Globals.Function", intrinsics.resolve(root.at("/Globals/Function")));
    functions.put(id, FunctionReader.read(id, block, globals));
    block.at("Events").fields().forEach((name, event) -> events.read(id, name, event));
  }

  private static Template.Mapping mapping(String id, Block block) {
    block.mayHave(
        Set.of(
            "FunctionName",
            "EventSourceArn",
            "StartingPosition",
            "BatchSize",
            "FilterCriteria",
            "BisectBatchOnFunctionError",
            "MaximumRetryAttempts",
            "MaximumRecordAgeInSeconds",
            "FunctionResponseTypes",
            "DestinationConfig"));
    List<String> filters =
        block.at("FilterCriteria").list("Filters").stream().map(f -> f.text("Pattern")).toList();
    return new Template.Mapping(
        id,
        Intrinsics.logicalId(block.text("EventSourceArn")),
        block.text("FunctionName"),
        block.number("BatchSize", 100),
        filters,
        block.number("MaximumRetryAttempts", Integer.MAX_VALUE),
        block.flag("BisectBatchOnFunctionError"),
        block.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"),
        FunctionReader.destination(block.at("DestinationConfig")));
  }
}
