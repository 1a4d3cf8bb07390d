package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.alike.testkit.Reply;

/** Whatever happens to a page, its numbers never come back and an old state writes nothing. */
class RevisionPropertyTest {
  /** What may happen. */
  enum Step {
    DRAFT,
    REVIEW,
    PUBLISH,
    SCHEDULE,
    DUE,
    DROP,
    WITHDRAW,
    RESTORE,
    IMPORT
  }

  private static final String LATER = "2026-12-23T12:00:00Z";
  private int text;

  @Property(tries = 40)
  void revisions_strictlyGrow(@ForAll @Size(min = 4, max = 12) List<Step> steps) {
    Newsroom room = new Newsroom();
    Map<String, String> states = new HashMap<>();
    long last = 0;
    for (Step step : steps) {
      Desk before = desk(room);
      run(room, step);
      Desk after = desk(room);
      boolean changed = !key(after).equals(key(before));
      assertThat(after.revision()).isGreaterThanOrEqualTo(before.revision() + (changed ? 1 : 0));
      assertThat(after.revision()).isGreaterThanOrEqualTo(last);
      assertThat(after.head().version()).isGreaterThanOrEqualTo(before.head().version());
      last = after.revision();
      assertThat(states.merge(after.tag(), key(after), (one, other) -> one))
          .as("one state for each number")
          .isEqualTo(key(after));
      if (changed && !after.empty()) {
        assertStale(room, before.tag());
      }
    }
    List<Version> versions = room.pages().store().versions(Newsroom.SLUG, 100, null).versions();
    assertThat(versions.stream().map(Version::number).toList()).doesNotHaveDuplicates();
  }

  private void assertStale(Newsroom room, String tag) {
    List<String> dump = room.dump();
    assertThat(room.put(tag, Newsroom.body("Late " + ++text, "draft")).status()).isEqualTo(412);
    assertThat(room.send(Newsroom.drop(tag)).status()).isIn(404, 412);
    assertThat(room.send(Newsroom.withdraw(tag)).status()).isIn(404, 412);
    assertThat(room.dump()).isEqualTo(dump);
  }

  private void run(Newsroom room, Step step) {
    Reply now = room.draft();
    String tag = now.status() == 404 ? "*" : now.header("etag");
    String words = "Text " + ++text;
    switch (step) {
      case DRAFT -> room.put(tag, Newsroom.body(words, "draft"));
      case REVIEW -> room.put(tag, Newsroom.body(words, "review"));
      case PUBLISH -> room.put(tag, Newsroom.body(words, "published"));
      case SCHEDULE -> room.put(tag, Newsroom.scheduled(words, LATER));
      case DUE -> due(room);
      case DROP -> room.send(Newsroom.drop(tag));
      case WITHDRAW -> room.send(Newsroom.withdraw(tag));
      case RESTORE -> room.send(Newsroom.conditional(tag, Newsroom.version("/restore", 1, "ed")));
      case IMPORT ->
          room.pages().files(Written.condition(Newsroom.SLUG, "Words on symptoms.", words));
    }
  }

  /** Only once in each run, since the time that is set does not move. */
  private static void due(Newsroom room) {
    if (room.clock().instant().toString().compareTo(LATER) < 0) {
      room.clock().advance(Duration.ofDays(30));
    }
    room.tick();
  }

  private static Desk desk(Newsroom room) {
    Published pages = room.pages();
    return new DynamoDraftStore(pages.table(), pages.store(), pages.clock()).desk(Newsroom.SLUG);
  }

  /** Everything by which one state differs from another. */
  private static String key(Desk desk) {
    return desk.head().version()
        + " "
        + desk.draft().map(draft -> draft.toJson() + " " + draft.document()).orElse("none");
  }
}
