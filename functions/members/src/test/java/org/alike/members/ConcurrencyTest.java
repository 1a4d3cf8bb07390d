package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alike.kernel.DomainEvent;
import org.alike.testkit.EventCall;
import org.alike.testkit.HttpCall;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
  private static final int THREADS = 16;
  private final House house = new House();

  private DomainEvent signup(String address, String displayName) {
    return house.submission(
        "email", address, "displayName", displayName, "conditions", "ALS", "consent", "2026-11");
  }

  @Test
  void aThousandSignups_ofOneAddress_endAsOneMember() throws Exception {
    List<DomainEvent> signups = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      house.clock.advance(Duration.ofMillis(1));
      signups.add(signup("maria@example.org", "Maria " + i));
    }
    Collections.shuffle(signups);

    atOnce(signups.stream().map(this::delivered).toList());
    house.clock.advance(Duration.ofMinutes(1));
    house.sweep();

    assertThat(house.mail.sent()).hasSize(1);
    assertThat(house.sortKeys()).filteredOn("pending"::equals).hasSize(1);
    house.confirm(house.mail.lastToken());
    assertThat(house.memberIds()).hasSize(1);
    assertThat(
            house
                .send(HttpCall.of("GET /me").as(house.memberIds().get(0)))
                .json()
                .get("displayName"))
        .isEqualTo("Maria 999");
  }

  @Test
  void signups_ofDifferentAddresses_endAsSoManyMembers() throws Exception {
    List<Callable<Void>> signups = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      signups.add(delivered(signup("member" + i + "@example.org", "Member " + i)));
    }
    atOnce(signups);
    house.sweep();
    assertThat(house.mail.sent()).hasSize(250);

    List<Callable<Void>> presses = new ArrayList<>();
    for (Mail.Message mail : house.mail.sent()) {
      presses.add(
          () -> {
            assertThat(confirm(RecordingMail.token(mail))).isEqualTo(303);
            return null;
          });
    }
    atOnce(presses);

    assertThat(house.memberIds()).hasSize(250);
    assertThat(house.sortKeys()).filteredOn("claim"::equals).hasSize(250);
  }

  private int confirm(String token) {
    return HttpCall.of("POST /confirmations/{token}")
        .path("token", token)
        .header("accept", "text/html")
        .send(house.members)
        .status();
  }

  /** As the bus does it: an event that could not be handled comes again. */
  private Callable<Void> delivered(DomainEvent signup) {
    return () -> {
      while (Assertions.catchThrowable(() -> EventCall.deliver(house.subscriber, signup)) != null) {
        Thread.onSpinWait();
      }
      return null;
    };
  }

  private static void atOnce(List<Callable<Void>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<Void> done : threads.invokeAll(calls)) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }
  }
}
