package org.alike.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the local stack has understood of template.yaml. Immutable; every name is a logical id.
 *
 * @param mappings which function reads which table's stream
 * @param rules which function hears which events of the bus
 */
record Template(
    List<Table> tables,
    List<Bucket> buckets,
    Map<String, Function> functions,
    Api api,
    List<Mapping> mappings,
    List<Rule> rules,
    List<Schedule> schedules) {

  record Table(
      String name,
      Key key,
      List<Index> indexes,
      boolean stream,
      @Nullable String expiryAttribute) {}

  /**
   * A bucket of S3.
   *
   * @param expiries how long objects are kept whose keys begin so
   */
  record Bucket(String name, List<BucketCors> cors, Map<String, Duration> expiries) {}

  /** Which scripts may call a bucket, and how. */
  record BucketCors(
      List<String> origins, List<String> methods, List<String> headers, List<String> exposed) {}

  /** The names of a partition key and a sort key; both are strings. */
  record Key(String partition, @Nullable String sort) {}

  record Index(String name, Key key) {}

  /**
   * A function and how its asynchronous invocations fail.
   *
   * @param onFailure the queue that hears of an invocation given up after {@code retries}
   */
  record Function(
      String name,
      String handler,
      Map<String, String> environment,
      Duration timeout,
      List<Permission> permissions,
      int retries,
      @Nullable String onFailure) {}

  /**
   * What a function's policy allows.
   *
   * @param conditions the values a key of the request may have, such as {@code events:source}
   */
  record Permission(
      Set<String> actions, Set<String> resources, Map<String, List<String>> conditions) {}

  /**
   * The HTTP API, and what other APIs of the template have beside it: on AWS each has an origin of
   * its own, here they share one.
   *
   * @param elsewhere the rules of other APIs, for the paths that they have
   */
  record Api(
      List<Route> routes,
      Map<String, Authorizer> authorizers,
      Cors cors,
      Limit limit,
      Map<String, Limit> routeLimits,
      Map<String, Cors> elsewhere) {

    Cors cors(String path) {
      return elsewhere.getOrDefault(path, cors);
    }

    /** The same with the routes of another API, which have its rules. */
    Api beside(Api other) {
      List<Route> all = new ArrayList<>(routes);
      Map<String, Limit> limits = new LinkedHashMap<>(routeLimits);
      Map<String, Cors> rules = new LinkedHashMap<>(elsewhere);
      for (Route route : other.routes()) {
        all.add(route);
        limits.put(route.key(), other.routeLimits().getOrDefault(route.key(), other.limit()));
        rules.put(route.path(), other.cors());
      }
      return new Api(all, authorizers, cors, limit, limits, rules);
    }
  }

  /**
   * One route of the HTTP API.
   *
   * @param method an HTTP method or {@code ANY}; empty for the default route
   * @param path the pattern with its {@code {names}}, or {@code $default}
   * @param authorizer the one that guards it, or null when it is public
   */
  record Route(String method, String path, String function, @Nullable String authorizer) {
    String key() {
      return method.isEmpty() ? path : method + " " + path;
    }
  }

  record Authorizer(String name, String issuer, List<String> audience) {}

  record Cors(
      List<String> origins,
      List<String> methods,
      List<String> headers,
      List<String> exposed,
      int maxAge) {}

  /** Requests a second, and how many may come at once. */
  record Limit(double rate, double burst) {}

  record Mapping(
      String name,
      String table,
      String function,
      int batchSize,
      List<String> filters,
      int retries,
      boolean bisect,
      boolean partialFailures,
      @Nullable String onFailure) {}

  record Rule(String name, String function, String pattern) {}

  record Schedule(String name, String function, String expression) {}

  Function function(String name) {
    Function function = functions.get(name);
    if (function == null) {
      throw new StartProblem(
          "The template has no function "
              + name
              + "; it has "
              + String.join(", ", functions.keySet()));
    }
    return function;
  }
}
