package org.alike.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventEndpointTest {
  private static final DomainEvent EVENT =
      DomainEvent.of(
          "MemberChanged", "m1", 3, Instant.EPOCH, "r-1", Map.of("displayName", "canary-Ada"));
  private final List<DomainEvent> handled = new ArrayList<>();
  private final List<String> log = new ArrayList<>();

  @Test
  void event_reachesItsSubscriberUnchanged_whenTheBusDeliversIt() {
    deliver(EventEndpoint.of("test", Clock.systemUTC()).on("MemberChanged", handled::add));

    assertThat(handled).containsExactly(EVENT);
    assertThat(log.get(0)).contains("MemberChanged:m1:3").doesNotContain("canary");
  }

  @Test
  void fault_leavesTheFunctionWithoutItsMessage_soThatTheEventIsTriedAgain() {
    EventEndpoint endpoint =
        EventEndpoint.of("test", Clock.systemUTC())
            .on(
                "MemberChanged",
                event -> {
                  throw new IllegalStateException("canary-Ada");
                });

    assertThatThrownBy(() -> deliver(endpoint))
        .isInstanceOf(EventEndpoint.EventNotHandled.class)
        .hasMessageNotContaining("canary")
        .hasNoCause();
    assertThat(log.get(0)).contains("IllegalStateException").doesNotContain("canary");
  }

  @Test
  void event_isAFault_whenNobodySubscribedToItsType() {
    assertThatThrownBy(() -> deliver(EventEndpoint.of("test", Clock.systemUTC())))
        .isInstanceOf(EventEndpoint.EventNotHandled.class);
  }

  private void deliver(EventEndpoint endpoint) {
    String json = Json.write(Json.of("id", "delivery", "detail", EVENT.toJson()));
    endpoint.handle(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), LoggingContext.into(log));
  }
}
