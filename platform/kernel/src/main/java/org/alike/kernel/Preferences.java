package org.alike.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a client likes how much: the values of an {@code Accept}, {@code Accept-Language} or {@code
 * Accept-Encoding} header with their qualities (RFC 9110, sections 12.4.2 and 12.5). What can't be
 * read counts as not sent. Immutable.
 */
public final class Preferences {
  /** More than any client of ours sends. */
  private static final int MOST = 50;

  private record Value(String text, double quality) {}

  private final List<Value> values;

  private Preferences(List<Value> values) {
    this.values = List.copyOf(values);
  }

  /** The preferences of a header; none when it was not sent. */
  public static Preferences of(Optional<String> header) {
    List<Value> values = new ArrayList<>();
    for (String part : header.orElse("").split(",", MOST + 1)) {
      String[] parameters = part.split(";", -1);
      String text = parameters[0].strip().toLowerCase(Locale.ROOT);
      if (!text.isEmpty() && values.size() < MOST) {
        values.add(new Value(text, quality(parameters)));
      }
    }
    return new Preferences(values);
  }

  /** Whether the header named anything. */
  public boolean any() {
    return !values.isEmpty();
  }

  /** What is wanted at all, best liked first, in lower case. */
  public List<String> inOrder() {
    return values.stream()
        .filter(value -> value.quality > 0)
        .sorted(Comparator.comparingDouble(Value::quality).reversed())
        .map(Value::text)
        .toList();
  }

  /** How much this value itself is liked, from 0 to 1; empty when it was not named. */
  public Optional<Double> named(String text) {
    return values.stream().filter(value -> value.text.equals(text)).map(Value::quality).findFirst();
  }

  /** How much a media type is liked, by itself or within a range that has it; 0 for not at all. */
  public double ofMediaType(String type) {
    String range = type.substring(0, type.indexOf('/')) + "/*";
    return named(type).or(() -> named(range)).or(() -> named("*/*")).orElse(0.0);
  }

  /** Whether the client takes this content coding. */
  public boolean takes(String coding) {
    return named(coding).or(() -> named("*")).orElse(0.0) > 0;
  }

  private static double quality(String[] parameters) {
    for (int i = 1; i < parameters.length; i++) {
      String parameter = parameters[i].strip().toLowerCase(Locale.ROOT);
      if (parameter.startsWith("q=")) {
        String number = parameter.substring(2);
        return number.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(number) : 0;
      }
    }
    return 1;
  }
}
