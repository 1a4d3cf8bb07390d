package org.alike.wisdom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.MovableClock;
import org.junit.jupiter.api.Test;

class WisdomSubscriberTest {
  private final MovableClock clock = MovableClock.atNoon();
  private final String name = EmbeddedDynamo.newTable();
  private final DynamoTable table = new DynamoTable(EmbeddedDynamo.client(), name, clock);
  private final WisdomSubscriber subscriber = new WisdomSubscriber(table, clock);
  private final SourceStore store = new DynamoSourceStore(table);

  @Test
  void events_ofTheFolder_becomeSources() {
    for (String file : List.of("page-published.json", "thread-posted.json", "reply-posted.json")) {
      EventCall.send(subscriber, Events.read(file));
    }

    assertThat(store.all()).hasSize(3);
    assertThat(store.changes()).isEqualTo(3);
    assertThat(EmbeddedDynamo.dump(name)).noneMatch(item -> item.contains("Robin"));
  }

  @Test
  void table_endsTheSame_whenEventsComeThreeTimesInAnyOrder() {
    List<DomainEvent> events = new ArrayList<>();
    for (int version = 1; version <= 4; version++) {
      events.add(page(version, "Version " + version + " of the page."));
      events.add(
          thread(version, version == 3 ? "members" : "public", "Post " + version + " here."));
    }
    events.forEach(event -> EventCall.deliver(subscriber, event));
    List<Source> inOrder = store.all();

    for (long seed = 1; seed <= 5; seed++) {
      String other = EmbeddedDynamo.newTable();
      DynamoTable otherTable = new DynamoTable(EmbeddedDynamo.client(), other, clock);
      WisdomSubscriber again = new WisdomSubscriber(otherTable, clock);
      List<DomainEvent> shuffled = new ArrayList<>(events);
      shuffled.addAll(events);
      shuffled.addAll(events);
      Collections.shuffle(shuffled, new Random(seed));
      shuffled.forEach(event -> EventCall.deliver(again, event));

      assertThat(new DynamoSourceStore(otherTable).all()).isEqualTo(inOrder);
    }
  }

  @Test
  void nothing_changes_whenAnEventComesAgain() {
    EventCall.deliver(subscriber, page(2, "A page about it."));
    List<String> before = EmbeddedDynamo.dump(name);

    EventCall.deliver(subscriber, page(2, "A page about it."));
    EventCall.deliver(subscriber, page(1, "An older page about it."));

    assertThat(EmbeddedDynamo.dump(name)).isEqualTo(before);
  }

  @Test
  void passages_areGone_whenSectionOrPublicityIs() {
    EventCall.deliver(subscriber, page(1, "A page about it."));
    EventCall.deliver(subscriber, thread(1, "public", "My secret canary story."));
    EventCall.deliver(subscriber, page(2));
    EventCall.deliver(subscriber, thread(2, "members", "My secret canary story."));

    assertThat(store.all()).hasSize(2).allMatch(source -> source.passages().isEmpty());
    assertThat(EmbeddedDynamo.dump(name)).noneMatch(item -> item.contains("canary"));
  }

  @Test
  void sitePages_areNotKept() {
    Map<String, Object> data = new HashMap<>(page(1, "About us all.").data());
    data.put("kind", "page");

    EventCall.deliver(subscriber, event("PagePublished", "page/about", 1, data));

    assertThat(EmbeddedDynamo.dump(name)).isEmpty();
  }

  @Test
  void logs_holdNothingOfThePost() {
    assertThat(EventCall.deliver(subscriber, thread(1, "public", "My canary story is this.")))
        .hasSize(1)
        .noneMatch(line -> line.contains("canary"));
  }

  private static DomainEvent page(long version, String... sections) {
    List<Object> all = new ArrayList<>();
    for (String text : sections) {
      all.add(Json.of("id", "overview", "aspect", "overview", "heading", "What", "text", text));
    }
    return event(
        "PagePublished",
        "condition/migraine",
        version,
        Json.of("kind", "condition", "slug", "migraine", "name", "Migraine", "sections", all));
  }

  private static DomainEvent thread(long version, String visibility, String text) {
    return event(
        "ThreadPosted",
        "t1",
        version,
        Json.of(
            "threadId", "t1",
            "condition", "migraine",
            "title", "A title",
            "text", text,
            "visibility", visibility));
  }

  private static DomainEvent event(
      String type, String entity, long version, Map<String, Object> data) {
    return DomainEvent.of(
        type, entity, version, Instant.parse("2026-11-23T12:00:00Z"), "cause", data);
  }
}
