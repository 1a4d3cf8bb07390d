package org.alike.alikes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.alike.kernel.Json;

/**
 * What a {@link Likeness} can be tuned by. Each configuration is a small JSON file with a version
 * of its own, so that a score can be traced to what it was made with.
 *
 * @param version tells this configuration from all others
 * @param power p: how much more a rare feature counts than a common one, {@code w = IC^p}
 * @param typed beta: what a person has typed counts so many times again, beside what it implies
 * @param pivot kappa: so many times the mean of what people have told stands in the denominator
 * @param ageWeight how much the same age adds at most, as a share of the score
 * @param ageScale how far apart ages may be on a logarithmic scale until that is down to 1/e
 */
record LikenessParameters(
    int version, double power, double typed, double pivot, double ageWeight, double ageScale) {
  private static final Set<String> NAMES =
      Set.of("version", "power", "typed", "pivot", "ageWeight", "ageScale");

  /** No number that turns the order around, or makes a score none. */
  LikenessParameters {
    require(version >= 1, "version");
    require(power >= 0 && power <= 4, "power");
    require(typed >= 0 && typed <= 100, "typed");
    require(pivot >= 0 && pivot <= 100, "pivot");
    require(ageWeight >= 0 && ageWeight <= 10, "ageWeight");
    require(ageScale >= 0.001 && ageScale <= 1000, "ageScale");
  }

  private static final class Shipped {
    static final LikenessParameters PARAMETERS = resource("likeness-members.json");
  }

  /** What members are ranked by; docs/matching.md has what it was judged on. */
  static LikenessParameters shipped() {
    return Shipped.PARAMETERS;
  }

  /** Tuned on published case reports, which are longer and more exact than what members type. */
  static LikenessParameters tuned() {
    return resource("likeness-tuned.json");
  }

  /** For when there is nothing to tune on. */
  static LikenessParameters untuned() {
    return resource("likeness-untuned.json");
  }

  /**
   * The configuration in this JSON object.
   *
   * @throws IllegalArgumentException naming what is missing, unknown or out of range
   */
  static LikenessParameters of(Map<String, Object> json) {
    for (String name : json.keySet()) {
      require(NAMES.contains(name), name);
    }
    double version = number(json, "version");
    require(version == Math.rint(version) && Math.abs(version) <= Integer.MAX_VALUE, "version");
    return new LikenessParameters(
        (int) version,
        number(json, "power"),
        number(json, "typed"),
        number(json, "pivot"),
        number(json, "ageWeight"),
        number(json, "ageScale"));
  }

  private static LikenessParameters resource(String name) {
    try (InputStream file =
        Objects.requireNonNull(LikenessParameters.class.getResourceAsStream(name), name)) {
      return of(Json.object(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static double number(Map<String, Object> json, String name) {
    if (json.get(name) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("The likeness parameter is missing: " + name);
  }

  private static void require(boolean holds, String name) {
    if (!holds) {
      throw new IllegalArgumentException("The likeness parameter is unknown or wrong: " + name);
    }
  }
}
