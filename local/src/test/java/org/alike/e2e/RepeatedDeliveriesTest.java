package org.alike.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.alike.kernel.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Streams and bus deliver at least once and in any order; the tables must not notice. */
class RepeatedDeliveriesTest {
  private static final List<String> PUBLISHERS =
      List.of("Forms", "Members", "Discussions", "Content");
  private static Community community;

  @BeforeAll
  static void start() {
    community = new Community();
    community.importPages();
    for (int i = 0; i < 12; i++) {
      String token =
          community.join(Community.signup("p" + i + "@example.org", "Person " + i, "ALS", "T2D"));
      community.post(
          "/conditions/" + Community.ALS + "/discussions",
          Json.of("title", "A thread of " + i, "text", "It helped me.", "visibility", "public"),
          token);
      if (i == 0) {
        community.send(Community.authorized(community.request("/me"), token).DELETE());
      }
    }
    community.awaitQuiet();
  }

  @AfterAll
  static void stop() {
    community.close();
  }

  @Test
  void tables_stayTheSame_whenEveryStreamRecordComesThreeTimesMoreInAnyOrder() throws Exception {
    List<String> before = community.everything();

    Random random = new Random(7);
    for (int repeat = 0; repeat < 3; repeat++) {
      for (String feature : PUBLISHERS) {
        StreamRecords records = StreamRecords.of(community, feature);
        records.shuffled(random).publish(community);
      }
      community.awaitQuiet();
    }

    assertThat(community.everything()).isEqualTo(before);
    assertThat(community.stack().undelivered()).isEmpty();
  }

  @Test
  void tables_stayTheSame_whenAnOlderEventComesAfterANewerOne() throws Exception {
    Map<String, Object> newer = memberChanged(2, "New Name", List.of("multiple-sclerosis"));
    invokeSubscribers(newer);
    List<String> after = community.everything();

    for (int i = 0; i < 3; i++) {
      invokeSubscribers(memberChanged(1, "Old Name", List.of(Community.ALS)));
      invokeSubscribers(newer);
    }

    assertThat(community.everything()).isEqualTo(after);
    assertThat(community.everything().toString()).doesNotContain("Old Name");
  }

  private static Map<String, Object> memberChanged(
      int version, String name, List<String> conditions) {
    String id = "0190a000-0000-7000-8000-000000000001";
    return Json.of(
        "id",
        "MemberChanged:" + id + ":" + version,
        "type",
        "MemberChanged",
        "schema",
        1,
        "entity",
        id,
        "version",
        version,
        "time",
        "2026-11-23T12:00:00Z",
        "cause",
        "test",
        "data",
        Json.of(
            "memberId",
            id,
            "displayName",
            name,
            "visibility",
            "members",
            "conditions",
            conditions,
            "symptoms",
            List.of(),
            "treatments",
            List.of(),
            "joined",
            "2026-11-23T12:00:00Z"));
  }

  private static void invokeSubscribers(Map<String, Object> detail) throws Exception {
    Map<String, Object> event =
        Json.of(
            "version", "0",
            "id", "delivery",
            "detail-type", detail.get("type"),
            "source", "alike.members",
            "detail", detail);
    invoke("AlikesSubscriber", event);
    invoke("DiscussionsSubscriber", event);
    invoke("ContentSubscriber", event);
  }

  private static void invoke(String function, Map<String, Object> event)
      throws InterruptedException, JsonProcessingException {
    community.stack().invoke(function, new ObjectMapper().readTree(Json.write(event)));
  }
}
