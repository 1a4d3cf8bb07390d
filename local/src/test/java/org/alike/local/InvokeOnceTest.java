package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvokeOnceTest {
  private static final Settings SETTINGS = Settings.inMemory(Toy.TEMPLATE, null);

  private final Path event;

  InvokeOnceTest(@TempDir Path folder) throws IOException {
    event = Files.writeString(folder.resolve("event.json"), "{\"a\":1}");
  }

  @BeforeEach
  void forget() {
    ToyFunction.forgetAll();
  }

  @Test
  void function_isInvokedWithTheEvent() throws Exception {
    assertThat(InvokeOnce.run(SETTINGS, "EchoFunction", event.toString())).isZero();
    assertThat(ToyFunction.seen("EchoFunction").get(0).path("a").asInt()).isEqualTo(1);
  }

  @Test
  void exitCode_isOne_whenTheFunctionFailsOrAnswers500() throws Exception {
    ToyFunction.behave("EchoFunction", (e, context) -> "{\"statusCode\":503}");
    assertThat(InvokeOnce.run(SETTINGS, "EchoFunction", event.toString())).isEqualTo(1);

    ToyFunction.behave(
        "EchoFunction",
        (e, context) -> {
          throw new IllegalStateException("toy");
        });
    assertThat(InvokeOnce.run(SETTINGS, "EchoFunction", event.toString())).isEqualTo(1);
  }

  @Test
  void runningStack_isAsked_whenThereIsOne() throws Exception {
    ToyFunction.behave("EchoFunction", (e, context) -> "{\"statusCode\":200}");
    try (AlikeLocal alike = AlikeLocal.inMemory(Toy.TEMPLATE)) {
      LambdaClient lambda = LambdaClient.at(alike.aws().getPort());

      assertThat(lambda.invoke("EchoFunction", Json.object())).isPresent();
      assertThatThrownBy(() -> lambda.invoke("Nobody", Json.object()))
          .isInstanceOf(StartProblem.class)
          .hasMessageContaining("no function Nobody");
    }
  }

  @Test
  void wrongNames_areSaidInOneLine() {
    assertThatThrownBy(() -> InvokeOnce.run(SETTINGS, "EchoFunction", "nowhere.json"))
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining("nowhere.json cannot be read");
    assertThatThrownBy(() -> InvokeOnce.run(SETTINGS, "Nobody", event.toString()))
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining("no function Nobody");
  }
}
