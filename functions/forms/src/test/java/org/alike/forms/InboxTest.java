package org.alike.forms;

import static org.alike.forms.InboxFixture.call;
import static org.alike.forms.InboxFixture.field;
import static org.alike.forms.InboxFixture.ids;
import static org.alike.forms.InboxFixture.items;
import static org.alike.forms.Submission.Status.QUARANTINED;
import static org.alike.forms.Submission.Status.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Write;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner reads, over a real engine. */
class InboxTest {
  private final InboxFixture inbox = new InboxFixture();

  private String hoursAgo(int hours, Submission.Status status, String... values) {
    return inbox.submitted(Duration.ofHours(hours), status, values);
  }

  @Test
  void list_showsWhatWasSent_newestFirst_andQuarantineApart() {
    String old = hoursAgo(3, RECEIVED, "message", "one", "b", "", "message", "two \u2713\r\n ");
    String spam = hoursAgo(2, QUARANTINED, "message", "buy");
    String young = hoursAgo(1, RECEIVED, "message", "three");

    assertThat(ids(inbox.list())).containsExactly(young, old);
    assertThat(ids(inbox.list("status", "quarantined"))).containsExactly(spam);
    assertThat(ids(inbox.list("status", "any"))).containsExactly(young, spam, old);
    Map<String, Object> shown = items(inbox.list()).get(1);
    assertThat(shown)
        .containsEntry("form", "contact")
        .containsEntry("status", "received")
        .containsEntry("receivedAt", "2026-11-23T09:00:00Z")
        .containsEntry("expires", "2026-12-23T09:00:00Z")
        .containsEntry("version", 0)
        .doesNotContainKeys("mark", "urgent", "reasons")
        .containsEntry(
            "values",
            List.of(
                Map.of("name", "message", "value", "one"),
                Map.of("name", "b", "value", ""),
                Map.of("name", "message", "value", "two \u2713\r\n ")));
    assertThat(items(inbox.list("status", "quarantined")).get(0))
        .containsEntry("reasons", List.of("honeypot"));
  }

  @Test
  void submission_isInTheInbox_whenAWebsiteHasSentIt() {
    Reply sent =
        HttpCall.of("POST /f/{form}")
            .path("form", "contact")
            .json(Map.of("email", "maria@example.org", "message", "Hello"))
            .send(inbox.table.function());

    assertThat(ids(inbox.list())).isEqualTo(List.of(sent.json().getOrDefault("submissionId", "")));
  }

  @Test
  void inbox_isTheOwnersAlone() {
    String id = inbox.received("message", "x");
    List<String> before = inbox.table.dump();
    for (String route :
        List.of(
            "GET /forms",
            "GET /forms/{form}/submissions",
            "POST /forms/{form}/submissions/search",
            "GET /forms/{form}/submissions/{id}",
            "PATCH /forms/{form}/submissions/{id}",
            "DELETE /forms/{form}/submissions/{id}",
            "GET /forms/{form}/export.csv",
            "GET /forms/{form}/export.jsonl",
            "GET /forms/{form}/counts")) {
      HttpCall anonymous = HttpCall.of(route).path("form", "contact").path("id", id).json(Map.of());
      HttpCall member = HttpCall.of(route).path("form", "nothing").path("id", id).as("m1");

      assertThat(anonymous.send(inbox.owner).status()).as(route).isEqualTo(401);
      assertThat(member.claim("groups", "[moderator editor]").send(inbox.owner).status())
          .as(route)
          .isEqualTo(403);
    }
    assertThat(inbox.table.dump()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 20})
  void pages_haveEachOnce_andEndWithoutACursor(int limit) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      expected.add(hoursAgo(i, RECEIVED, "n", "" + i));
      hoursAgo(i, QUARANTINED, "n", "" + i);
    }

    List<String> seen = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    do {
      Reply page =
          cursor.isEmpty()
              ? inbox.list("limit", "" + limit)
              : inbox.list("limit", "" + limit, "cursor", cursor);
      seen.addAll(ids(page));
      cursor = field(page, "next");
      pages++;
    } while (!cursor.isEmpty());

    assertThat(seen).isEqualTo(expected);
    assertThat(pages).isEqualTo((20 + limit - 1) / limit);
  }

  @Test
  void cursor_isRefused_whenChangedOrOfAnotherListOrCaller() {
    for (int i = 0; i < 3; i++) {
      hoursAgo(i, RECEIVED, "n", "" + i);
    }
    String cursor = field(inbox.list("limit", "1"), "next");
    char other = cursor.charAt(30) == 'A' ? 'B' : 'A';

    assertThat(inbox.list("cursor", cursor).status()).isEqualTo(200);
    assertThat(
            inbox.list("cursor", cursor.substring(0, 30) + other + cursor.substring(31)).status())
        .isEqualTo(400);
    assertThat(inbox.list("cursor", cursor, "status", "any").status()).isEqualTo(400);
    assertThat(inbox.list("cursor", cursor, "mark", "read").status()).isEqualTo(400);
    assertThat(inbox.search("cursor", cursor, "q", "x").status()).isEqualTo(400);
    assertThat(
            call("GET /forms/{form}/submissions")
                .path("form", "signup")
                .query("cursor", cursor)
                .send(inbox.owner)
                .status())
        .isEqualTo(400);
    assertThat(
            call("GET /forms/{form}/submissions")
                .claim("sub", "another-owner")
                .query("cursor", cursor)
                .send(inbox.owner)
                .status())
        .isEqualTo(400);
  }

  @Test
  void search_findsEveryWordInAnyValue_whateverCaseAndAccents() {
    String maria =
        hoursAgo(1, RECEIVED, "name", "Mar\u00EDa", "message", "Since M\u00FCnchen I have ALS");
    hoursAgo(2, RECEIVED, "name", "Maria", "message", "nothing");
    hoursAgo(3, QUARANTINED, "message", "maria als");

    assertThat(ids(inbox.search("q", "als MARIA munchen"))).containsExactly(maria);
    assertThat(ids(inbox.search("q", "maria"))).hasSize(2);
    assertThat(ids(inbox.search("q", "maria", "status", "any"))).hasSize(3);
    assertThat(ids(inbox.search("q", "  "))).hasSize(2);
    assertThat(ids(inbox.search("q", "mario"))).isEmpty();
  }

  @Test
  void search_saysHowFarItLooked_whenItHasReadItsFourHundred() {
    String found = hoursAgo(500, RECEIVED, "message", "needle");
    for (int i = 0; i < 420; i++) {
      hoursAgo(i, RECEIVED, "message", "hay");
    }

    Reply first = inbox.search("q", "needle");
    Reply second = inbox.search("q", "needle", "cursor", field(first, "next"));

    assertThat(ids(first)).isEmpty();
    assertThat(field(first, "lookedBackTo"))
        .isBetween("2026-11-06T16:00:00Z", "2026-11-14T12:00:00Z");
    assertThat(ids(second)).containsExactly(found);
    assertThat(second.json()).doesNotContainKeys("next", "lookedBackTo");
  }

  @Test
  void words_areInNoAddress() {
    Reply reply = inbox.list("q", "als");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body()).contains("POST").doesNotContain("als\"");
    assertThat(String.join("", reply.log())).doesNotContain("\"als");
  }

  @Test
  void filters_areDaysAndMarksAndUrgency() {
    String monday = hoursAgo(1, RECEIVED, "n", "1");
    String sunday = hoursAgo(13, RECEIVED, "n", "2");
    String saturday = hoursAgo(37, RECEIVED, "n", "3");
    inbox.change(sunday, "\"0\"", Map.of("mark", "starred"));
    inbox
        .table(EmbeddedDynamo.client())
        .write(
            Write.update(SubmissionKeys.submission("contact", saturday), "SET #urgent = ?", true));

    assertThat(ids(inbox.list("from", "2026-11-22", "to", "2026-11-22"))).containsExactly(sunday);
    assertThat(ids(inbox.list("to", "2026-11-22"))).containsExactly(sunday, saturday);
    assertThat(ids(inbox.list("from", "2026-11-22"))).containsExactly(monday, sunday);
    assertThat(ids(inbox.list("from", "0001-01-01", "to", "1960-01-01"))).isEmpty();
    assertThat(ids(inbox.list("mark", "starred"))).containsExactly(sunday);
    assertThat(ids(inbox.list("mark", "none"))).containsExactly(monday, saturday);
    assertThat(ids(inbox.list("urgent", "true"))).containsExactly(saturday);
    assertThat(ids(inbox.search("urgent", true))).containsExactly(saturday);
  }

  @ParameterizedTest
  @CsvSource({
    "status, gone",
    "mark, maybe",
    "urgent, yes",
    "from, 2026-02-30",
    "from, yesterday",
    "limit, 0",
    "limit, 51",
    "since, x",
    "since, ------------------------------------",
    "since, ffffffff-ffff-7fff-bfff-ffffffffffff"
  })
  void list_isRefused_whenAFilterCannotBe(String name, String value) {
    assertThat(inbox.list(name, value).status()).isEqualTo(422);
  }

  @Test
  void list_isRefused_whenItsDaysAreTheWrongWayRound_orTheFormUnknown() {
    assertThat(inbox.list("from", "2026-11-23", "to", "2026-11-22").status()).isEqualTo(422);
    assertThat(
            call("GET /forms/{form}/submissions").path("form", "none").send(inbox.owner).status())
        .isEqualTo(404);
    assertThat(inbox.search("q", "x", "role", "admin").status()).isEqualTo(422);
    String since = field(inbox.list(), "since");
    assertThat(inbox.list("since", since, "to", "2026-11-22").status()).isEqualTo(422);
  }

  @Test
  void tail_tellsWhatIsNew_theOldestFirst_andWhatWasStoredLate() {
    hoursAgo(1, RECEIVED, "n", "old");
    String since = field(inbox.list(), "since");
    inbox.table.clock.advance(Duration.ofSeconds(5));
    String first = inbox.received("n", "1");
    String spam = inbox.quarantined("n", "spam");
    Reply poll = inbox.list("since", since);
    String late = inbox.submitted(Duration.ofSeconds(3), RECEIVED, "n", "late");
    inbox.table.clock.advance(Duration.ofSeconds(5));
    String second = inbox.received("n", "2");

    Reply next = inbox.list("since", field(poll, "since"));
    inbox.table.clock.advance(Duration.ofMinutes(2));
    Reply last = inbox.list("since", field(next, "since"));
    Reply after = inbox.list("since", field(last, "since"));

    assertThat(ids(poll)).containsExactly(first);
    assertThat(ids(next)).containsExactly(late, first, second);
    assertThat(ids(last)).containsExactly(late, first, second);
    assertThat(ids(after)).isEmpty();
    assertThat(ids(inbox.list("since", first, "status", "quarantined"))).isSubsetOf(List.of(spam));
  }

  @Test
  void tail_goesOnAtOnce_whenMoreCameThanAPageHolds() {
    String since = field(inbox.list(), "since");
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      inbox.table.clock.advance(Duration.ofMillis(100));
      expected.add(inbox.received("n", "" + i));
    }

    List<String> seen = new ArrayList<>();
    Map<String, Object> page = Map.of("since", since, "more", true);
    while (Boolean.TRUE.equals(page.get("more"))) {
      Reply reply = inbox.list("limit", "5", "since", String.valueOf(page.get("since")));
      seen.addAll(ids(reply));
      page = reply.json();
    }

    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void tail_ofAnEmptyInbox_isEmpty_whateverElseIsInItsPartition() {
    for (int shard = 0; shard < SubmissionKeys.SHARDS; shard++) {
      inbox
          .table(EmbeddedDynamo.client())
          .write(Write.put(Item.of(Key.of(SubmissionKeys.inbox("contact", shard), "D#x"))));
    }
    Reply list = inbox.list();

    assertThat(ids(list)).isEmpty();
    assertThat(list.json()).doesNotContainKey("next");
    Reply tail = inbox.list("since", field(list, "since"));
    assertThat(ids(tail)).isEmpty();
    assertThat(tail.json()).containsEntry("more", false);
  }

  @Test
  void expired_areNowhere_evenWhileTheTableStillHasThem() {
    String old = inbox.submitted(Duration.ofDays(29), RECEIVED, "message", "old words");
    String young = inbox.submitted(Duration.ofDays(1), RECEIVED, "message", "young words");
    assertThat(ids(inbox.list())).containsExactly(young, old);
    inbox.table.clock.advance(Duration.ofDays(1));

    assertThat(inbox.table.dump()).anyMatch(item -> item.contains("old words"));
    assertThat(ids(inbox.list())).containsExactly(young);
    assertThat(ids(inbox.list("status", "any"))).containsExactly(young);
    assertThat(ids(inbox.search("q", "words"))).containsExactly(young);
    assertThat(ids(inbox.list("since", "00000000-0000-7000-8000-000000000000")))
        .containsExactly(young);
    assertThat(InboxFixture.one("GET", old).send(inbox.owner).status()).isEqualTo(404);
    assertThat(InboxFixture.one("DELETE", old).send(inbox.owner).status()).isEqualTo(404);
    assertThat(inbox.change(old, "\"0\"", Map.of("mark", "read")).status()).isEqualTo(404);
    for (String file : List.of("export.csv", "export.jsonl")) {
      assertThat(call("GET /forms/{form}/" + file).send(inbox.owner).body())
          .contains("young words")
          .doesNotContain("old words");
    }
    Reply counts = call("GET /forms/{form}/counts").query("days", "60").send(inbox.owner);
    assertThat(
            items(counts).stream()
                .mapToInt(day -> Integer.parseInt(String.valueOf(day.get("received"))))
                .sum())
        .isEqualTo(1);
  }

  @Test
  void page_endsEarly_whenItsSubmissionsAreLong() {
    for (int i = 0; i < 6; i++) {
      hoursAgo(i, RECEIVED, "message", "\"".repeat(250_000));
    }

    Reply first = inbox.list();
    Reply second = inbox.list("cursor", String.valueOf(field(first, "next")));

    assertThat(ids(first)).hasSize(3);
    assertThat(ids(second)).hasSize(3);
    assertThat(second.json()).doesNotContainKey("next");
  }

  @Test
  void forms_areListedByName_thoseThatShipToo() {
    inbox.table.put("a-form", Map.of("title", "A", "open", false));
    inbox.table.put("z-form", Map.of("title", "Z", "purpose", "story"));
    HttpCall list = HttpCall.of("GET /forms").claim("sub", "o").claim("groups", "[owner]");

    Reply all = list.send(inbox.owner);
    List<String> paged = new ArrayList<>();
    String cursor = "";
    do {
      list.query("limit", "1");
      Reply page = (cursor.isEmpty() ? list : list.query("cursor", cursor)).send(inbox.owner);
      items(page).forEach(form -> paged.add(form.get("form") + " " + form.get("version")));
      cursor = field(page, "next");
    } while (!cursor.isEmpty());

    assertThat(paged).containsExactly("a-form 1", "contact 0", "signup 0", "z-form 1");
    assertThat(all.body())
        .contains(
            "{\"form\":\"a-form\",\"title\":\"A\",\"purpose\":\"inbox\",\"open\":false,\"version\":1}")
        .contains("\"purpose\":\"story\"");
  }
}
