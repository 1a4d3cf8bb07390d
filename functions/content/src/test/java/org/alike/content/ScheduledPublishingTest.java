package org.alike.content;

import static org.alike.content.Newsroom.SLUG;
import static org.alike.content.Newsroom.body;
import static org.alike.content.Newsroom.scheduled;
import static org.alike.content.Newsroom.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Write;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduledPublishingTest {
  private static final String SOON = "2026-11-23T12:05:00Z";
  private final Newsroom room = new Newsroom();

  @Test
  void draft_isPublished_whenItsTimeHasCome() {
    room.publish("One");
    Reply reply = room.put(room.tag(), scheduled("Two", SOON));
    assertThat(reply.json()).containsEntry("state", "scheduled").containsEntry("publishAt", SOON);

    room.clock().advance(Duration.ofMinutes(4));
    room.tick();
    assertThat(room.seen()).isEqualTo("One");
    room.clock().advance(Duration.ofMinutes(1));
    room.tick();

    assertThat(room.seen()).isEqualTo("Two");
    assertThat(room.draft().json()).containsEntry("state", "published").containsEntry("version", 2);
    assertThat(Newsroom.revision(room.draft())).isEqualTo(3);
    assertThat(Events.objects(room.versions().get("items")).get(0))
        .containsEntry("origin", "schedule")
        .containsEntry("note", "Because of Two")
        .containsEntry("author", Map.of("id", "ed"));
    assertScheduleIsEmpty();
  }

  @Test
  void nothingIsDone_whenRunAgain() {
    room.put("*", scheduled("One", SOON));
    room.clock().advance(Duration.ofDays(30));
    room.tick();
    List<String> after = room.dump();

    assertThat(room.tick()).singleElement().asString().contains("\"handled\":0");
    assertThat(room.dump()).isEqualTo(after);
    assertThat(room.seen()).isEqualTo("One");
  }

  @Test
  void schedule_followsTheEditor() {
    room.put("*", scheduled("One", SOON));
    room.put(room.tag(), scheduled("One", "2026-11-23T12:30:00Z"));
    room.clock().advance(Duration.ofMinutes(10));
    room.tick();
    assertThat(room.seen()).isEmpty();

    room.put(room.tag(), body("One", "draft"));
    assertThat(room.draft().json()).doesNotContainKey("publishAt");
    room.clock().advance(Duration.ofMinutes(30));
    room.tick();
    assertThat(room.seen()).isEmpty();
    assertScheduleIsEmpty();
  }

  @Test
  void schedule_isOff_whenTheDraftIsDroppedOrPublished() {
    room.put("*", scheduled("One", SOON));
    room.send(Newsroom.drop(room.tag()));
    assertScheduleIsEmpty();

    room.put("*", scheduled("One", SOON));
    room.put(room.tag(), body("Two", "published"));
    assertScheduleIsEmpty();
    room.clock().advance(Duration.ofMinutes(10));
    room.tick();
    assertThat(room.seen()).isEqualTo("Two");
  }

  @Test
  void draft_goesBackToReview_whenTheImporterWasFaster() {
    room.pages().files(Written.condition(SLUG));
    room.put(room.tag(), scheduled("Mine", SOON));
    room.pages().files(Written.condition(SLUG, "Words on overview.", "Theirs"));

    room.clock().advance(Duration.ofMinutes(5));
    room.tick();

    assertThat(room.seen()).isEqualTo("Theirs");
    Reply draft = room.draft();
    assertThat(text(draft)).isEqualTo("Mine");
    assertThat(draft.json())
        .containsEntry("state", "review")
        .containsEntry("baseVersion", 1)
        .containsEntry("version", 2)
        .doesNotContainKey("publishAt");
    assertThat(String.valueOf(draft.json().get("note")))
        .startsWith("Not published: the page was changed")
        .endsWith("Because of Mine");
    assertScheduleIsEmpty();
  }

  @Test
  void draft_goesBackToReview_whenItsPageWasWithdrawn() {
    room.publish("One");
    room.put(room.tag(), scheduled("Two", SOON));
    room.send(Newsroom.withdraw(room.tag()));

    room.clock().advance(Duration.ofMinutes(5));
    room.tick();

    assertThat(room.seen()).isEmpty();
    assertThat(room.draft().json()).containsEntry("state", "review");
    assertThat(text(room.draft())).isEqualTo("Two");
  }

  @Test
  void draft_isPublished_whenScheduledOverWhatItsEditorWasToldOf() {
    room.pages().files(Written.condition(SLUG));
    room.put(room.tag(), body("Mine", "draft"));
    room.pages().files(Written.condition(SLUG, "Words on overview.", "Theirs"));
    room.put(room.tag(), scheduled("Both", SOON));

    room.clock().advance(Duration.ofMinutes(5));
    room.tick();

    assertThat(room.seen()).isEqualTo("Both");
  }

  @Test
  void oneThatFails_holdsUpNoOther() {
    room.put("*", scheduled("One", SOON));
    room.send(
        Newsroom.put(
            "epilepsy",
            "*",
            "ed",
            Map.of(
                "document",
                Published.manuscript(Written.condition("epilepsy")).toJson(),
                "state",
                "scheduled",
                "note",
                "Now.",
                "publishAt",
                "2026-11-23T12:01:00Z")));
    spoil("epilepsy");

    room.clock().advance(Duration.ofMinutes(5));
    assertThatThrownBy(room::tick).hasMessageContaining("not done");
    assertThat(room.seen()).isEqualTo("One");
  }

  /** Makes a draft unreadable, as a fault of ours could. */
  private void spoil(String slug) {
    DynamoTable table = room.pages().table();
    Item item = table.get(DynamoDraftItems.draftKey(slug)).orElseThrow();
    table.write(Write.put(item.with("packed", new byte[] {1, 2, 3})));
  }

  @Test
  void neighbours_areNamed_onceTheyArePublishedAndUntilTheyAreWithdrawn() {
    room.pages().files(Written.condition("epilepsy"));
    room.publish("One");
    room.tick();
    boolean near = related("epilepsy").contains(SLUG);
    assertThat(near || related(SLUG).isEmpty()).isTrue();

    room.send(Newsroom.withdraw(room.tag()));
    room.tick();
    assertThat(related("epilepsy")).doesNotContain(SLUG);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T12:00:00Z, range",
    "2026-11-23T11:59:59Z, range",
    "2027-11-25T12:00:00Z, range",
    "+999999999-12-31T23:59:59Z, range",
    "tomorrow, time",
    "2026-11-24, time",
    "'', required"
  })
  void time_isRefused_unlessItIsInTheYearThatBegins(String time, String code) {
    List<String> before = room.dump();

    Reply reply = room.put("*", scheduled("One", time));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(Events.objects(reply.json().get("errors")))
        .extracting(error -> error.get("pointer") + " " + error.get("code"))
        .containsExactly("/publishAt " + code);
    assertThat(room.dump()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T12:00:00.000000001Z, 2026-11-23T12:00:01Z",
    "2026-11-23T14:00:00+01:00, 2026-11-23T13:00:00Z",
    "2027-11-24T12:00:00Z, 2027-11-24T12:00:00Z"
  })
  void time_isKeptInWholeSecondsOfUtc(String sent, String kept) {
    assertThat(room.put("*", scheduled("One", sent)).json()).containsEntry("publishAt", kept);
  }

  private List<String> related(String slug) {
    return room.pages()
        .store()
        .find(PageKind.CONDITION, slug)
        .map(PublishedPage::related)
        .orElse(List.of());
  }

  private void assertScheduleIsEmpty() {
    assertThat(room.dump()).noneMatch(item -> item.contains("pk=AttributeValue(S=SCHEDULE)"));
  }
}
