package org.alike.discussions;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.alike.kernel.Environment;
import org.junit.jupiter.api.Test;

class StartTest {
  @Test
  void functions_start_whenTheirEnvironmentIsThere() {
    Environment environment = Environment.of(Map.of("TABLE", "Discussions", "BUS", "Events"));

    assertThatCode(
            () -> {
              new DiscussionsFunction(environment);
              new DiscussionsSubscriber(environment);
              new DiscussionsPublisher(environment);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void function_namesWhatIsMissing_whenThereIsNoTable() {
    assertThatThrownBy(() -> new DiscussionsFunction(Environment.of(Map.of())))
        .hasMessageContaining("TABLE");
  }
}
