package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.alike.kernel.Json;
import org.alike.testkit.EventCall;
import org.junit.jupiter.api.Test;

/** The requests of editors that are kept in the repository, one after the other. */
class EditorEventsTest {
  static final Set<String> NAMES =
      Set.of(
          "save-draft.json",
          "list-drafts.json",
          "show-draft.json",
          "preview-condition.json",
          "publish-condition.json",
          "list-versions.json",
          "show-version.json",
          "show-changes.json",
          "restore-version.json",
          "schedule-condition.json",
          "drop-draft.json",
          "withdraw-condition.json",
          "publish-due.json");

  @Test
  void events_areAnsweredAsTheirNamesSay() {
    Newsroom room = new Newsroom();
    Map<String, Integer> expected = new LinkedHashMap<>();
    expected.put("save-draft.json", 200);
    expected.put("list-drafts.json", 200);
    expected.put("show-draft.json", 200);
    expected.put("preview-condition.json", 200);
    expected.put("publish-condition.json", 200);
    expected.put("list-versions.json", 200);
    expected.put("show-version.json", 200);
    expected.put("show-changes.json", 200);
    expected.put("restore-version.json", 201);
    expected.put("schedule-condition.json", 200);
    expected.put("drop-draft.json", 204);
    expected.put("withdraw-condition.json", 204);

    expected.forEach(
        (name, status) -> {
          Map<String, Object> answer =
              Json.trusted(EventCall.send(room.function(), Events.read(name)).output());
          assertThat(answer).as(name).containsEntry("statusCode", status);
        });
    room.clock().advance(Duration.ofMinutes(5));
    assertThat(room.tick()).singleElement().asString().contains("\"handled\":0");
    assertThat(expected).hasSize(NAMES.size() - 1).containsOnlyKeys(withoutTheSchedule());
  }

  private static String[] withoutTheSchedule() {
    return NAMES.stream().filter(name -> !name.equals("publish-due.json")).toArray(String[]::new);
  }
}
