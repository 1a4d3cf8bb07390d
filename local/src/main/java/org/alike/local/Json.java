package org.alike.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** JSON as trees, for a place where speed of start does not matter. */
final class Json {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /**
   * @throws NotJson when the text is anything else
   */
  static JsonNode read(String text) throws NotJson {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new NotJson(e);
    }
  }

  static JsonNode read(byte[] bytes) throws NotJson {
    return read(new String(bytes, StandardCharsets.UTF_8));
  }

  static byte[] bytes(JsonNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }

  static String pretty(JsonNode node) {
    return node.toPrettyString();
  }

  /** A text that should have been JSON. */
  static final class NotJson extends IOException {
    NotJson(Throwable cause) {
      super("not JSON", cause);
    }
  }
}
