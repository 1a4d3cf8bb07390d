package org.alike.forms;

import java.util.List;
import org.alike.kernel.Failure;
import org.alike.kernel.Request;

/**
 * The name of a form, as it stands in addresses: lower-case letters, digits and hyphens, 63 at
 * most. Pure.
 */
final class FormName {
  private static final int MOST = 63;
  private static final String JSON = ".json";
  private static final List<String> IN_BODY = List.of("access_key", "form-name");

  private FormName() {}

  /** Whether a form may be called so. */
  static boolean isOne(String text) {
    return !text.isEmpty()
        && text.length() <= MOST
        && text.charAt(0) != '-'
        && text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
  }

  /**
   * The name in the request's path, behind which Basin's scripts write {@code .json}; where the
   * path has none, the one that Web3Forms' and Netlify's forms carry. Empty when there is none at
   * all.
   */
  static String of(Request request) {
    String name = request.pathParameters().getOrDefault("form", "");
    if (name.isEmpty()) {
      return inBody(request);
    }
    return name.endsWith(JSON) ? name.substring(0, name.length() - JSON.length()) : name;
  }

  private static String inBody(Request request) {
    try {
      return FormBody.read(request).stream()
          .filter(entry -> IN_BODY.contains(entry.name()))
          .map(Entry::value)
          .findFirst()
          .orElse("");
    } catch (Failure unreadable) {
      return "";
    }
  }

  /** Whether the request asks for JSON by its path. */
  static boolean asksForJson(Request request) {
    return request.pathParameters().getOrDefault("form", "").endsWith(JSON);
  }
}
