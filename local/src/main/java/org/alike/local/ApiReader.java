package org.alike.local;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the HTTP API: authorizers, CORS, throttling, and which authorizer guards which route. */
final class ApiReader {
  /** Stands for "whatever the API's default is" until the API has been read. */
  static final String DEFAULT_AUTHORIZER = "";

  private ApiReader() {}

  static Template.Api read(Block api, List<Template.Route> routes) {
    api.mayHave(
        Set.of(
            "StageName",
            "FailOnWarnings",
            "Auth",
            "CorsConfiguration",
            "DefaultRouteSettings",
            "RouteSettings",
            "AccessLogSettings"));
    Block auth = api.at("Auth");
    Map<String, Template.Authorizer> authorizers = authorizers(auth.at("Authorizers"));
    List<Template.Route> guarded = new ArrayList<>();
    for (Template.Route route : routes) {
      guarded.add(guard(route, auth.text("DefaultAuthorizer", "NONE"), authorizers));
    }
    Map<String, Template.Limit> limits = new LinkedHashMap<>();
    api.at("RouteSettings").fields().forEach((route, block) -> limits.put(route, limit(block)));
    return new Template.Api(
        guarded,
        authorizers,
        cors(api.at("CorsConfiguration")),
        limit(api.at("DefaultRouteSettings")),
        limits,
        Map.of());
  }

  private static Template.Route guard(
      Template.Route route, String standard, Map<String, Template.Authorizer> authorizers) {
    String written = route.authorizer() == null ? DEFAULT_AUTHORIZER : route.authorizer();
    String name = written.equals(DEFAULT_AUTHORIZER) ? standard : written;
    @Nullable String authorizer = name.equals("NONE") ? null : name;
    if (authorizer != null && !authorizers.containsKey(authorizer)) {
      throw new StartProblem(
          "The route " + route.key() + " has an unknown authorizer, " + authorizer);
    }
    return new Template.Route(route.method(), route.path(), route.function(), authorizer);
  }

  private static Map<String, Template.Authorizer> authorizers(Block block) {
    Map<String, Template.Authorizer> authorizers = new LinkedHashMap<>();
    block
        .fields()
        .forEach(
            (name, authorizer) -> {
              Block jwt = authorizer.at("JwtConfiguration");
              authorizers.put(
                  name, new Template.Authorizer(name, jwt.text("issuer"), jwt.texts("audience")));
            });
    return authorizers;
  }

  private static Template.Cors cors(Block block) {
    return new Template.Cors(
        block.texts("AllowOrigins"),
        block.texts("AllowMethods"),
        block.texts("AllowHeaders"),
        block.texts("ExposeHeaders"),
        block.number("MaxAge", 0));
  }

  private static Template.Limit limit(Block block) {
    return new Template.Limit(
        block.number("ThrottlingRateLimit", 10_000), block.number("ThrottlingBurstLimit", 5_000));
  }
}
