package org.alike.store;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads an item in the JSON form that stream records carry: {@code {"pk": {"S": "..."}}}. */
final class StreamImage {
  private StreamImage() {}

  static Item item(Map<String, Object> image) {
    return Item.of(attributes(image));
  }

  private static Map<String, AttributeValue> attributes(Map<String, Object> image) {
    Map<String, AttributeValue> attributes = new HashMap<>();
    image.forEach((name, value) -> attributes.put(name, attribute(value)));
    return attributes;
  }

  private static AttributeValue attribute(Object json) {
    Map.Entry<String, Object> typed =
        Json.asObject(json).orElse(Map.of()).entrySet().stream()
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("An attribute without a type"));
    Object value = typed.getValue();
    return switch (typed.getKey()) {
      case "S" -> AttributeValue.fromS(String.valueOf(value));
      case "N" -> AttributeValue.fromN(String.valueOf(value));
      case "B" ->
          AttributeValue.fromB(
              SdkBytes.fromByteArray(Base64.getDecoder().decode(String.valueOf(value))));
      case "BOOL" -> AttributeValue.fromBool(Boolean.TRUE.equals(value));
      case "NULL" -> AttributeValue.fromNul(true);
      case "M" -> AttributeValue.fromM(attributes(Json.asObject(value).orElse(Map.of())));
      case "L" ->
          AttributeValue.fromL(((List<?>) value).stream().map(StreamImage::attribute).toList());
      default -> throw new IllegalArgumentException("Attribute type " + typed.getKey());
    };
  }
}
