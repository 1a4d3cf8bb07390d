package org.alike.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The counts hold while three of ten transactions, everywhere, meet another one. */
class ConflictsTest {
  private static final int MANY = 150;
  private final Community community = new Community();
  private ConflictingDynamo dynamo;

  @BeforeEach
  void trouble() throws IOException {
    dynamo = new ConflictingDynamo(community.stack().dynamoDb(), 0.3);
  }

  @AfterEach
  void stop() {
    dynamo.close();
    community.close();
  }

  @Test
  void addresses_endAsMembersAndAnExactCount_whenThreeOfTenTransactionsMeetAConflict()
      throws Exception {
    AtOnce.times(MANY, i -> community.signUp(signup(i)));
    community.awaitQuiet();
    AtOnce.times(MANY, i -> confirm(i));
    community.awaitQuiet();
    AtOnce.times(MANY / 10, i -> erase(i * 10));
    community.awaitQuiet();

    int left = MANY - MANY / 10;
    Map<String, Object> alikes =
        community.get("/conditions/" + Community.ALS + "/alikes", null).json();
    assertThat(alikes).containsEntry("count", left);
    assertThat(community.stack().undelivered()).isEmpty();
    assertThat(dynamo.conflicts()).isGreaterThan(MANY);
  }

  private static Map<String, Object> signup(int i) {
    return Community.signup(address(i), "Person " + i, "ALS");
  }

  /** As people do it: once more when the first answer was that the service is busy. */
  private void confirm(int i) {
    String path = "/confirmations/" + community.confirmationOf(address(i));
    assertThat(Community.patiently(() -> community.post(path, Json.of(), null)).status())
        .isIn(List.of(200, 410));
  }

  private void erase(int i) {
    String token = community.stack().tokenFor(address(i));
    var request = Community.authorized(community.request("/me"), token).DELETE();
    assertThat(Community.patiently(() -> community.send(request)).status()).isEqualTo(204);
  }

  private static String address(int i) {
    return "person" + i + "@example.org";
  }
}
