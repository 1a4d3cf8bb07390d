package org.alike.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A thousand people at once, over HTTP, through streams and bus. */
class ConcurrentSignupsTest {
  private static final int MANY = 1_000;
  private final Community community = new Community();

  @AfterEach
  void stop() {
    community.close();
  }

  @Test
  void thousandAddresses_endAsThousandMembersAndACountOfThousand() throws Exception {
    AtOnce.times(MANY, i -> community.signUp(Community.signup(address(i), "Person " + i, "ALS")));
    community.awaitQuiet();
    AtOnce.times(
        MANY,
        i ->
            assertThat(Community.patiently(() -> community.confirm(address(i))).status())
                .isIn(200, 410));
    community.awaitQuiet();

    assertThat(community.get("/conditions/" + Community.ALS + "/alikes", null).json())
        .containsEntry("count", MANY);
    assertThat(members()).hasSize(MANY);
    assertThat(community.stack().undelivered()).isEmpty();
  }

  @Test
  void oneAddress_endsAsOneMember_whenAThousandSignupsComeAtOnce() throws Exception {
    AtOnce.times(
        MANY, i -> community.signUp(Community.signup("same@example.org", "Name " + i, "ALS")));
    community.awaitQuiet();
    assertThat(community.stack().mailsTo("same@example.org")).hasSizeBetween(1, 5);
    String link = community.confirmationOf("same@example.org");
    List<Integer> answers = new ArrayList<>();
    AtOnce.times(
        MANY,
        i -> {
          int status = community.post("/confirmations/" + link, Map.of(), null).status();
          synchronized (answers) {
            answers.add(status);
          }
        });
    community.awaitQuiet();

    assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
    assertThat(answers.stream().filter(status -> status != 200)).containsOnly(410);
    assertThat(members()).hasSize(1);
    assertThat(community.everything("AlikesTable").toString()).containsOnlyOnce("COHORT#amyo");
    assertThat(community.stack().undelivered()).isEmpty();
  }

  private static String address(int i) {
    return "person" + i + "@example.org";
  }

  /** The members' own items, whatever else stands beside them. */
  private List<String> members() {
    return community.everything("AlikesTable").stream()
        .filter(line -> line.contains("MEMBER#") && line.contains("PROFILE"))
        .toList();
  }
}
