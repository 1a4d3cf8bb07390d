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
import org.alike.mail.Mail;
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

  @Test
  void changesAtOnce_ofOneVersion_endWithOneThatWon_andNothingLost() throws Exception {
    String id = house.join(signup("maria@example.org", "Maria"));
    List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
    List<Callable<Void>> changes = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      String name = "Maria " + i;
      changes.add(
          () -> {
            statuses.add(change(id, 1, "{\"displayName\":\"" + name + "\"}"));
            return null;
          });
    }
    atOnce(changes);

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status != 200).hasSize(31).containsOnly(412);
    assertThat(house.send(HttpCall.of("GET /me").as(id)).json()).containsEntry("version", 2);
  }

  @Test
  void changesAndDecisionsAtOnce_loseNothing_whenEachTriesAgain() throws Exception {
    String id = house.join(signup("maria@example.org", "Maria"));
    List<String> fields = List.of("sex", "country", "region", "about", "birthYear", "languages");
    List<String> values =
        List.of("\"female\"", "\"DE\"", "\"Bavaria\"", "\"Hi\"", "1970", "[\"de\"]");
    List<Callable<Void>> changes = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      String patch = "{\"" + fields.get(i) + "\":" + values.get(i) + "}";
      changes.add(
          () -> {
            while (change(id, version(id), patch) != 200) {
              Thread.onSpinWait();
            }
            return null;
          });
    }
    changes.add(
        () -> {
          decide(id, "{\"given\":true,\"version\":\"2026-12\"}");
          return null;
        });
    atOnce(changes);

    assertThat(house.send(HttpCall.of("GET /me").as(id)).json())
        .containsKeys(fields.toArray(new String[0]))
        .containsEntry("version", 8);
    assertThat(house.sortKeys()).filteredOn(key -> key.startsWith("consent#")).hasSize(2);
  }

  private int version(String id) {
    Object version = HttpCall.of("GET /me").as(id).send(house.members).json().get("version");
    return version instanceof Integer number ? number : 0;
  }

  private int change(String id, int version, String patch) {
    return HttpCall.of("PATCH /me")
        .as(id)
        .header("if-match", "\"" + version + "\"")
        .body("application/json", patch)
        .send(house.members)
        .status();
  }

  private void decide(String id, String decision) {
    HttpCall call = HttpCall.of("PUT /me/consents").as(id).body("application/json", decision);
    while (call.send(house.members).status() != 200) {
      Thread.onSpinWait();
    }
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
