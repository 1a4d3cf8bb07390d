package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who is a moderator or an editor here; on AWS these are groups of the user pool. */
final class Roles {
  private final JsonNode roles;

  Roles(JsonNode roles) {
    this.roles = roles;
  }

  /** The list in {@code roles.json}: addresses by role. */
  static Roles standard() {
    try (InputStream file = Roles.class.getResourceAsStream("/roles.json")) {
      if (file == null) {
        throw new StartProblem("roles.json is missing");
      }
      return new Roles(Json.read(file.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> of(String email) {
    List<String> mine = new ArrayList<>();
    for (Map.Entry<String, JsonNode> role : roles.properties()) {
      for (JsonNode address : role.getValue()) {
        if (address.asText().equalsIgnoreCase(email)) {
          mine.add(role.getKey());
        }
      }
    }
    return mine;
  }
}
