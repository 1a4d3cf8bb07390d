package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of editors, for everybody who is none. */
class EditorRolesTest {
  private static final String VERSION = "/conditions/{slug}/versions/{version}";

  static Stream<String> routes() {
    return Stream.of(
        "GET /drafts",
        "GET /conditions/{slug}/draft",
        "DELETE /conditions/{slug}/draft",
        "PUT /conditions/{slug}",
        "DELETE /conditions/{slug}",
        "POST /conditions/{slug}/preview",
        "GET /conditions/{slug}/versions",
        "GET " + VERSION,
        "GET " + VERSION + "/changes",
        "POST " + VERSION + "/restore");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void route_isForEditorsOnly(String route) {
    Newsroom room = new Newsroom();
    room.publish("One");
    room.put(room.tag(), Newsroom.body("Two", "draft"));
    List<String> before = room.dump();

    assertRefused(room.send(call(room, route)), 401);
    assertRefused(room.send(call(room, route).as("member-1")), 403);
    assertRefused(room.send(call(room, route).as("m").claim("groups", "[moderator owner]")), 403);
    assertRefused(room.send(call(room, route).claim("cognito:groups", "[editors Editor]")), 403);
    assertThat(room.dump()).isEqualTo(before);
    Reply reply = room.send(call(room, route).as("m").claim("cognito:groups", "[member editor]"));
    assertThat(reply.status()).isBetween(200, 204);
  }

  private static void assertRefused(Reply reply, int status) {
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    assertThat(reply.body()).doesNotContain("Two", "Migraine");
  }

  private static HttpCall call(Newsroom room, String route) {
    HttpCall call = HttpCall.of(route).header("if-match", room.tag());
    if (route.contains("{slug}")) {
      call.path("slug", Newsroom.SLUG);
    }
    if (route.contains("{version}")) {
      call.path("version", "1");
    }
    if (route.endsWith("/preview")) {
      return call.json(Map.of("document", Newsroom.document("Three")));
    }
    return route.startsWith("PUT") ? call.json(Newsroom.body("Three", "draft")) : call;
  }
}
