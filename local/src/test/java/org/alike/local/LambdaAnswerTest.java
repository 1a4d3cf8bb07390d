package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaAnswerTest {
  @Test
  void answer_becomesTheResponse_withCookiesAndDecodedBody() {
    Reply reply =
        reply(
            "{\"statusCode\":201,\"headers\":{\"Content-Type\":\"x/y\",\"ETag\":\"1\"},"
                + "\"cookies\":[\"a=1\",\"b=2\"],\"body\":\"AP8H\",\"isBase64Encoded\":true}");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.body()).containsExactly(0, 0xff, 7);
    assertThat(reply.headers())
        .contains(
            new Reply.Header("content-type", "x/y"),
            new Reply.Header("etag", "1"),
            new Reply.Header("set-cookie", "a=1"),
            new Reply.Header("set-cookie", "b=2"));
  }

  @Test
  void answerWithoutStatus_isTheBodyItself() {
    Reply reply = reply("{\"a\":1}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not json", "{\"statusCode\":\"x\"}", "{\"statusCode\":99}"})
  void malformedAnswer_isAn500(String answer) {
    assertThat(reply(answer).status()).isEqualTo(500);
  }

  @Test
  void cost_isShownAsServerTiming() {
    List<String> log =
        List.of("{\"dynamoRequests\":2,\"readUnits\":1.5,\"writeUnits\":4.0}", "something else");

    Reply reply =
        LambdaAnswer.reply(
            new Outcome("id", "{\"statusCode\":204}", null, Duration.ofMillis(12), log));

    assertThat(reply.headers())
        .contains(
            new Reply.Header(
                "server-timing",
                "function;dur=12, dynamodb;desc=\"2 requests\", read;desc=\"1.5 units\","
                    + " write;desc=\"4.0 units\""));
  }

  private static Reply reply(String answer) {
    return LambdaAnswer.reply(new Outcome("id", answer, null, Duration.ZERO, List.of()));
  }
}
