package org.alike.local;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the route for a request as an HTTP API does: the most specific path first, a greedy one
 * after it, {@code $default} last; the request's own method before {@code ANY}.
 */
final class Router {
  private final List<Template.Route> routes;

  /** The chosen route and the values of its path's names, percent-decoded. */
  record Match(Template.Route route, Map<String, String> parameters) {}

  Router(List<Template.Route> routes) {
    this.routes = routes.stream().sorted(Comparator.comparing(Router::rank)).toList();
  }

  @Nullable Match find(String method, String path) {
    List<String> segments = segments(path);
    for (Template.Route route : routes) {
      boolean mine = route.method().equals(method) || route.method().equals("ANY");
      if (mine || route.path().equals("$default")) {
        Map<String, String> parameters = match(route, segments);
        if (parameters != null) {
          return new Match(route, parameters);
        }
      }
    }
    return null;
  }

  /** Sorts the more specific first: text before a name, a name before a greedy one. */
  private static String rank(Template.Route route) {
    if (route.path().equals("$default")) {
      return "9";
    }
    StringBuilder rank = new StringBuilder();
    for (String segment : segments(route.path())) {
      rank.append(greedy(segment) ? '3' : name(segment) != null ? '2' : '1');
    }
    return rank.append(route.method().equals("ANY") ? "b" : "a").toString();
  }

  private static @Nullable Map<String, String> match(Template.Route route, List<String> segments) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (route.path().equals("$default")) {
      return parameters;
    }
    List<String> pattern = segments(route.path());
    for (int i = 0; i < pattern.size(); i++) {
      String name = name(pattern.get(i));
      if (i >= segments.size()) {
        return null;
      } else if (greedy(pattern.get(i)) && name != null) {
        String rest = String.join("/", segments.subList(i, segments.size()));
        parameters.put(name.substring(0, name.length() - 1), decode(rest));
        return parameters;
      } else if (name != null && !segments.get(i).isEmpty()) {
        parameters.put(name, decode(segments.get(i)));
      } else if (!pattern.get(i).equals(segments.get(i))) {
        return null;
      }
    }
    return pattern.size() == segments.size() ? parameters : null;
  }

  private static List<String> segments(String path) {
    return new ArrayList<>(List.of(path.substring(path.startsWith("/") ? 1 : 0).split("/", -1)));
  }

  private static boolean greedy(String segment) {
    return segment.endsWith("+}");
  }

  private static @Nullable String name(String segment) {
    return segment.startsWith("{") ? segment.substring(1, segment.length() - 1) : null;
  }

  /** Percent-decodes; a plus sign stays one. */
  static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
