package org.alike.kernel;

import java.util.Map;

/**
 * The settings of one function, read once at start.
 *
 * <p>Functions take this as a constructor argument, so that the local stack and tests can give each
 * function the environment its template entry names. Immutable and safe for any thread.
 */
public final class Environment {
  private final Map<String, String> values;

  private Environment(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** The environment variables of this process, as Lambda sets them. */
  public static Environment ofProcess() {
    return new Environment(System.getenv());
  }

  /** An environment made of the given variables. */
  public static Environment of(Map<String, String> values) {
    return new Environment(values);
  }

  /**
   * The value of a variable that must be set.
   *
   * @throws IllegalStateException naming the variable when it is missing or empty
   */
  public String required(String name) {
    String value = values.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new IllegalStateException("Missing environment variable " + name);
    }
    return value;
  }

  /** The value of a variable, or the given default when it is missing or empty. */
  public String orElse(String name, String otherwise) {
    String value = values.getOrDefault(name, "");
    return value.isEmpty() ? otherwise : value;
  }
}
