package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HttpEventTest {
  private final Router.Match match =
      new Router.Match(new Template.Route("POST", "/f/{form}", "F", null), Map.of("form", "a b"));

  @Test
  void event_hasTheShapeOfPayloadFormat2() {
    Map<String, List<String>> headers = new TreeMap<>();
    headers.put("content-type", List.of("application/json"));
    headers.put("accept", List.of("a", "b"));
    headers.put("cookie", List.of("x=1; y=2"));
    headers.put("host", List.of("localhost:3000"));
    headers.put("user-agent", List.of("test"));

    JsonNode event =
        event("{\"a\":\"ä\"}".getBytes(StandardCharsets.UTF_8), "q=1&q=2%2C3&e=&p=a+b", headers);

    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("routeKey").asText()).isEqualTo("POST /f/{form}");
    assertThat(event.path("rawPath").asText()).isEqualTo("/f/a%20b");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("q=1&q=2%2C3&e=&p=a+b");
    assertThat(event.path("queryStringParameters").toString())
        .isEqualTo("{\"q\":\"1,2,3\",\"e\":\"\",\"p\":\"a b\"}");
    assertThat(event.at("/headers/accept").asText()).isEqualTo("a,b");
    assertThat(event.path("headers").has("cookie")).isFalse();
    assertThat(event.path("cookies").toString()).isEqualTo("[\"x=1\",\"y=2\"]");
    assertThat(event.at("/pathParameters/form").asText()).isEqualTo("a b");
    assertThat(event.path("body").asText()).isEqualTo("{\"a\":\"ä\"}");
    assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    JsonNode context = event.path("requestContext");
    assertThat(context.at("/http/method").asText()).isEqualTo("POST");
    assertThat(context.at("/http/sourceIp").asText()).isEqualTo("192.0.2.7");
    assertThat(context.path("requestId").asText()).isEqualTo("id-1");
    assertThat(context.path("time").asText()).isEqualTo("23/Nov/2026:10:00:00 +0000");
    assertThat(context.path("timeEpoch").asLong()).isEqualTo(Toy.NOW.toEpochMilli());
    assertThat(context.has("authorizer")).isFalse();
  }

  @Test
  void body_isBase64_whenItsTypeIsNoText() {
    byte[] bytes = {0, (byte) 0xff, 7};

    JsonNode event = event(bytes, "", Map.of("content-type", List.of("multipart/form-data")));

    assertThat(event.path("body").asText()).isEqualTo("AP8H");
    assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    assertThat(event.has("queryStringParameters")).isFalse();
  }

  @Test
  void claims_areTextsUnderTheAuthorizer() {
    Incoming request = Toy.request("GET", "/me");

    JsonNode event =
        HttpEvent.of(request, match, new JwtAuthorizer.Claims(Map.of("exp", "17")), "id", Toy.NOW);

    assertThat(event.at("/requestContext/authorizer/jwt/claims/exp").asText()).isEqualTo("17");
    assertThat(event.at("/requestContext/authorizer/jwt/scopes").isNull()).isTrue();
  }

  private JsonNode event(byte[] body, String query, Map<String, List<String>> headers) {
    Incoming request =
        new Incoming("POST", "/f/a%20b", query, headers, body, "HTTP/1.1", "192.0.2.7");
    return HttpEvent.of(request, match, null, "id-1", Toy.NOW);
  }
}
