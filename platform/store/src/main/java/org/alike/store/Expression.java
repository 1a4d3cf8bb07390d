package org.alike.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A DynamoDB expression made of a constant template and bound values: {@code "#version < ?"} with
 * 3. Every name is escaped and every value bound, so that nothing from outside can become part of
 * an expression.
 */
final class Expression {
  private static final Pattern PLACE = Pattern.compile("\\?|#(\\w+)");
  private final StringBuilder text = new StringBuilder();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();

  /** Binds a template; returns the finished expression text. */
  String bind(String template, List<Object> arguments) {
    text.setLength(0);
    Matcher places = PLACE.matcher(template);
    int used = 0;
    while (places.find()) {
      String name = places.group(1);
      if (name == null) {
        places.appendReplacement(text, value(arguments.get(used++)));
      } else {
        names.put("#" + name, name);
        places.appendReplacement(text, "#" + name);
      }
    }
    places.appendTail(text);
    if (used != arguments.size()) {
      throw new IllegalArgumentException("Template and arguments differ: " + template);
    }
    return text.toString();
  }

  Map<String, String> names() {
    return names;
  }

  Map<String, AttributeValue> values() {
    return values;
  }

  private String value(Object argument) {
    String name = ":v" + values.size();
    values.put(name, attribute(argument));
    return name;
  }

  static AttributeValue attribute(Object value) {
    if (value instanceof String text) {
      return AttributeValue.fromS(text);
    }
    if (value instanceof Long || value instanceof Integer) {
      return AttributeValue.fromN(value.toString());
    }
    if (value instanceof Boolean flag) {
      return AttributeValue.fromBool(flag);
    }
    if (value instanceof List<?> list) {
      return AttributeValue.fromL(list.stream().map(Expression::attribute).toList());
    }
    throw new IllegalArgumentException("Not storable: " + value.getClass().getName());
  }
}
