package org.alike.forms;

import static org.alike.forms.InboxFixture.ids;
import static org.alike.forms.InboxFixture.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.alike.kernel.Digest;
import org.alike.kernel.DomainEvent;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What an owner does with one submission, over a real engine, and what the bus hears of it. */
class InboxChangesTest {
  private static final Map<String, Object> RELEASE = Map.of("status", "received");
  private static final Map<String, Object> SET_ASIDE = Map.of("status", "quarantined");
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  private final InboxFixture inbox = new InboxFixture();

  @Test
  void show_answersAllOfIt_withItsVersion() {
    String id = inbox.received("message", "Hello");

    Reply shown = one("GET", id).send(inbox.owner);

    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.header("etag")).isEqualTo("\"0\"");
    assertThat(shown.json())
        .containsEntry("values", List.of(Map.of("name", "message", "value", "Hello")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0199aaaa-0000-7000-8000-000000000000",
        "------------------------------------",
        "ffffffff-ffff-7fff-bfff-ffffffffffff",
        "..",
        "D#x",
        ""
      })
  void oneSubmission_isNotFound_whenThereIsNone(String id) {
    assertThat(one("GET", id).send(inbox.owner).status()).isEqualTo(404);
    assertThat(inbox.change(id, "\"0\"", RELEASE).status()).isEqualTo(404);
    assertThat(one("DELETE", id).send(inbox.owner).status()).isEqualTo(404);
    assertThat(inbox.table.dump()).isEmpty();
  }

  @Test
  void submission_ofAnotherForm_isNotFound() {
    String id = inbox.received("message", "Hello");

    assertThat(one("GET", id).path("form", "signup").send(inbox.owner).status()).isEqualTo(404);
    assertThat(one("DELETE", id).path("form", "signup").send(inbox.owner).status()).isEqualTo(404);
    assertThat(ids(inbox.list())).containsExactly(id);
  }

  @Test
  void mark_isKeptAndCleared_andNobodyHearsOfIt() {
    String id = inbox.received("message", "Hello");

    List<DomainEvent> told =
        inbox.told(
            () -> {
              Reply starred = inbox.change(id, "\"0\"", Map.of("mark", "starred"));
              assertThat(starred.json())
                  .containsEntry("mark", "starred")
                  .containsEntry("version", 1);
              assertThat(starred.header("etag")).isEqualTo("\"1\"");
            });
    Reply same = inbox.change(id, "\"1\"", Map.of("mark", "starred"));
    Reply cleared =
        one("PATCH", id)
            .header("if-match", "\"1\"")
            .body("application/merge-patch+json", "{\"mark\":null}")
            .send(inbox.owner);

    assertThat(told).isEmpty();
    assertThat(same.header("etag")).isEqualTo("\"1\"");
    assertThat(cleared.json()).doesNotContainKey("mark").containsEntry("version", 2);
    assertThat(one("GET", id).send(inbox.owner).json()).isEqualTo(cleared.json());
  }

  @Test
  void release_isToldOnce_asIfItHadJustArrived() {
    String id = inbox.quarantined("message", "Hello");

    List<DomainEvent> told = inbox.told(() -> inbox.change(id, "\"0\"", RELEASE));

    assertThat(ids(inbox.list())).containsExactly(id);
    assertThat(ids(inbox.list("status", "quarantined"))).isEmpty();
    assertThat(told).hasSize(1);
    assertThat(told.get(0).type()).isEqualTo("SubmissionAccepted");
    assertThat(told.get(0).entity()).isEqualTo(id);
    assertThat(told.get(0).version()).isEqualTo(2);
    assertThat(told.get(0).data())
        .containsEntry("fields", List.of(Map.of("name", "message", "value", "Hello")));
    assertThat(inbox.told(() -> inbox.change(id, "\"1\"", Map.of("mark", "done")))).isEmpty();
  }

  @Test
  void settingAside_isToldAsWithdrawn_andReleasingAgainAsNewer() {
    String id = inbox.received("message", "Hello");

    List<DomainEvent> aside = inbox.told(() -> inbox.change(id, "\"0\"", SET_ASIDE));
    inbox.table.clock.advance(Duration.ofMinutes(1));
    List<DomainEvent> again = inbox.told(() -> inbox.change(id, "\"1\"", RELEASE));

    assertThat(aside).extracting(DomainEvent::type).containsExactly("SubmissionWithdrawn");
    assertThat(aside.get(0).data())
        .isEqualTo(Map.of("form", "contact", "purpose", "inbox", "submissionId", id));
    assertThat(aside.get(0).version()).isEqualTo(2);
    assertThat(aside.get(0).time()).isEqualTo("2026-11-23T12:00:00Z");
    assertThat(again)
        .extracting(DomainEvent::id)
        .containsExactly("SubmissionAccepted:" + id + ":3");
  }

  @ParameterizedTest
  @CsvSource({"'\"0\"', 200", "'\"1\"', 412", "nonsense, 412", "*, 412"})
  void change_isMadeOnlyToTheVersionThatWasMeant(String match, int status) {
    String id = inbox.quarantined("message", "Hello");
    List<String> before = inbox.table.dump();

    assertThat(inbox.change(id, match, RELEASE).status()).isEqualTo(status);
    assertThat(inbox.table.dump().equals(before)).isEqualTo(status != 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":\"gone\"}",
        "{\"mark\":1}",
        "{\"values\":[]}",
        "{\"version\":7}",
        "{\"reasons\":[]}"
      })
  void change_isRefused_whenItIsNotTheOwners(String patch) {
    String id = inbox.quarantined("message", "Hello");
    List<String> before = inbox.table.dump();

    Reply reply =
        one("PATCH", id)
            .header("if-match", "\"0\"")
            .body("application/json", patch)
            .send(inbox.owner);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(one("PATCH", id).json(RELEASE).send(inbox.owner).status()).isEqualTo(428);
    assertThat(inbox.table.dump()).isEqualTo(before);
  }

  @Test
  void release_happensOnce_whenManyOwnersClickAtOnce() throws Exception {
    String id = inbox.quarantined("message", "Hello");
    List<Integer> answers = new ArrayList<>();
    ExecutorService owners = Executors.newFixedThreadPool(8);
    List<DomainEvent> told =
        inbox.told(
            () -> {
              try {
                List<Future<Reply>> replies = new ArrayList<>();
                for (int i = 0; i < 16; i++) {
                  replies.add(owners.submit(() -> inbox.change(id, "\"0\"", RELEASE)));
                }
                for (Future<Reply> reply : replies) {
                  answers.add(reply.get().status());
                }
              } catch (Exception failed) {
                throw new AssertionError(failed);
              } finally {
                owners.shutdown();
              }
            });

    assertThat(answers).containsOnly(200, 412).containsOnlyOnce(200);
    assertThat(told).hasSize(1);
  }

  @Test
  void delete_leavesNothingButATrace_andIsTold() {
    String id = inbox.received("message", "Hello");

    List<DomainEvent> told =
        inbox.told(() -> assertThat(one("DELETE", id).send(inbox.owner).status()).isEqualTo(204));

    assertThat(told)
        .extracting(DomainEvent::id)
        .containsExactly("SubmissionWithdrawn:" + id + ":2");
    assertThat(inbox.table.dump()).hasSize(1).noneMatch(item -> item.contains("Hello"));
    assertThat(ids(inbox.list("status", "any"))).isEmpty();
    assertThat(one("GET", id).send(inbox.owner).status()).isEqualTo(404);
    assertThat(one("DELETE", id).send(inbox.owner).status()).isEqualTo(204);
    assertThat(inbox.change(id, "\"0\"", RELEASE).status()).isEqualTo(404);
  }

  @Test
  void delete_ofWhatWasSetAside_isToldToNobody_andKeepsToItsVersion() {
    String id = inbox.quarantined("message", "Hello");
    inbox.change(id, "\"0\"", Map.of("mark", "read"));

    Reply stale = one("DELETE", id).header("if-match", "\"0\"").send(inbox.owner);
    List<DomainEvent> told =
        inbox.told(() -> one("DELETE", id).header("if-match", "\"1\"").send(inbox.owner));

    assertThat(stale.status()).isEqualTo(412);
    assertThat(told).isEmpty();
    assertThat(ids(inbox.list("status", "any"))).isEmpty();
  }

  @Test
  void deleted_staysDeleted_whenItsRequestIsRepeatedLate() {
    HttpCall keyed = TableFixture.signup().header("idempotency-key", "k");
    String id = String.valueOf(keyed.send(inbox.table.function()).json().get("submissionId"));
    one("DELETE", id).path("form", "signup").send(inbox.owner);
    List<String> before = inbox.table.dump();

    Reply soon = TableFixture.signup().send(inbox.table.function());
    Reply repeated = keyed.send(inbox.table.function());
    inbox.table.clock.advance(Duration.ofHours(23));
    Reply late = keyed.send(inbox.table.function());

    assertThat(List.of(soon.status(), repeated.status(), late.status())).containsOnly(200);
    assertThat(late.json()).containsEntry("submissionId", id);
    assertThat(before).noneMatch(item -> item.contains("SENDER#") || item.contains("Maria"));
    assertThat(seen()).isEqualTo(before);
    inbox.table.store().eraseSignups(Digest.of("maria@example.org"));
    assertThat(seen()).isEqualTo(before);
  }

  /** The sender's entry is written again, but as one that has expired: nobody sees it any more. */
  private List<String> seen() {
    String expired = "expires=AttributeValue(N=" + START.getEpochSecond() + ")";
    return inbox.table.dump().stream()
        .filter(item -> !item.contains("SENDER#") || !item.contains(expired))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void deleteOfASignup_endsAsACleanRun_whereverItCrashedAndWasTriedAgain(Fault fault) {
    AtomicInteger made = new AtomicInteger();
    int k = 0;
    do {
      int failing = k++;
      InboxFixture crashed = new InboxFixture();
      Reply sent = TableFixture.signup().send(crashed.table.function());
      HttpCall delete =
          one("DELETE", String.valueOf(sent.json().get("submissionId"))).path("form", "signup");
      List<DomainEvent> told =
          crashed.told(
              () -> {
                delete.send(owner(crashed, failing(fault, failing, made)));
                assertThat(delete.send(crashed.owner).status()).isEqualTo(204);
              });

      assertThat(told).extracting(DomainEvent::type).containsExactly("SubmissionWithdrawn");
      assertThat(crashed.table.dump())
          .noneMatch(item -> item.contains("Maria") || item.contains("SENDER#"));
    } while (made.get() >= k);
    assertThat(k).isGreaterThan(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void release_isToldOnce_whereverItCrashedAndWasTriedAgain(Fault fault) {
    AtomicInteger made = new AtomicInteger();
    int k = 0;
    do {
      int failing = k++;
      InboxFixture crashed = new InboxFixture();
      String id = crashed.quarantined("message", "Hello");
      HttpCall release = one("PATCH", id).header("if-match", "\"0\"").json(RELEASE);
      List<DomainEvent> told =
          crashed.told(
              () -> {
                release.send(owner(crashed, failing(fault, failing, made)));
                assertThat(release.send(crashed.owner).status()).isIn(200, 412);
              });

      assertThat(told).hasSize(1);
      assertThat(ids(crashed.list())).containsExactly(id);
    } while (made.get() >= k);
    assertThat(k).isGreaterThan(2);
  }

  private static FormsOwner owner(InboxFixture inbox, DynamoDbClient client) {
    return inbox.table.owner(client);
  }

  private static DynamoDbClient failing(Fault fault, int k, AtomicInteger made) {
    return FaultyDynamo.planned(
        EmbeddedDynamo.client(),
        n -> {
          made.set(n + 1);
          return n == k ? fault : Fault.NONE;
        });
  }
}
