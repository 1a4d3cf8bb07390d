package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
  private final Router router =
      new Router(
          Stream.of(
                  "$default",
                  "ANY /things/{id}",
                  "GET /things/{id}",
                  "GET /things/best",
                  "GET /{everything+}",
                  "GET /me/{x}/{rest+}",
                  "POST /things")
              .map(RouterTest::route)
              .toList());

  @ParameterizedTest
  @CsvSource({
    "GET, /things/7, GET /things/{id}",
    "DELETE, /things/7, ANY /things/{id}",
    "GET, /things/best, GET /things/best",
    "PUT, /things/best, ANY /things/{id}",
    "GET, /somewhere/else, GET /{everything+}",
    "GET, /me/a/b/c, 'GET /me/{x}/{rest+}'",
    "POST, /things, POST /things",
    "POST, /things/, $default",
    "PUT, /nowhere, $default",
  })
  void request_takesTheMostSpecificRoute(String method, String path, String key) {
    assertThat(router.find(method, path))
        .isNotNull()
        .extracting(match -> match.route().key())
        .isEqualTo(key);
  }

  @Test
  void parameters_arePercentDecoded_andAPlusStays() {
    assertThat(parameters("GET", "/things/a%2Fb%20c+d")).isEqualTo(Map.of("id", "a/b c+d"));
    assertThat(parameters("GET", "/me/x/y/z%C3%A4")).isEqualTo(Map.of("x", "x", "rest", "y/zä"));
  }

  @Test
  void request_findsNothing_withoutADefaultRoute() {
    assertThat(new Router(List.of(route("GET /a"))).find("GET", "/b")).isNull();
  }

  private Map<String, String> parameters(String method, String path) {
    Router.Match match = router.find(method, path);
    return match == null ? Map.of() : match.parameters();
  }

  private static Template.Route route(String key) {
    String[] parts = key.split(" ", -1);
    return parts.length == 1
        ? new Template.Route("", key, "F", null)
        : new Template.Route(parts[0], parts[1], "F", null);
  }
}
