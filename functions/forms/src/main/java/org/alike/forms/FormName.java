package org.alike.forms;

import org.alike.kernel.Request;

/**
 * The name of a form, as it stands in addresses: lower-case letters, digits and hyphens, 63 at
 * most. Pure.
 */
final class FormName {
  private static final int MOST = 63;
  private static final String JSON = ".json";

  private FormName() {}

  /** Whether a form may be called so. */
  static boolean isOne(String text) {
    return !text.isEmpty()
        && text.length() <= MOST
        && text.charAt(0) != '-'
        && text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
  }

  /** The name in the request's path; Basin's scripts write {@code .json} behind it. */
  static String of(Request request) {
    String name = request.pathParameters().getOrDefault("form", "");
    return name.endsWith(JSON) ? name.substring(0, name.length() - JSON.length()) : name;
  }

  /** Whether the request asks for JSON by its path. */
  static boolean asksForJson(Request request) {
    return request.pathParameters().getOrDefault("form", "").endsWith(JSON);
  }
}
