package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.EventBus;
import org.alike.kernel.Json;
import org.alike.store.Change;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.MovableClock;
import org.alike.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;

class ContentPublisherTest {
  private static final Key PAGE = Key.of("CONDITION#migraine", "PAGE");
  private final MovableClock clock = MovableClock.atNoon();
  private final DynamoTable table =
      new DynamoTable(EmbeddedDynamo.client(), EmbeddedDynamo.newTable(), clock);
  private final List<DomainEvent> told = new ArrayList<>();
  private final EventBus bus =
      (source, events) -> {
        assertThat(source).isEqualTo("alike.content");
        told.addAll(events);
        return Set.of();
      };

  @Test
  void published_isToldWithPlainText_whenTheStreamHasANewPage() {
    EventCall.Sent sent =
        EventCall.send(new ContentPublisher(bus, clock), Events.read("page-published.json"));

    assertThat(Json.trusted(sent.output())).isEqualTo(Map.of("batchItemFailures", List.of()));
    DomainEvent event = told.get(0);
    assertThat(event.id()).isEqualTo("PagePublished:page/editorial-process:1");
    assertThat(event.cause()).isEqualTo("import-1");
    assertThat(event.data())
        .isEqualTo(
            Json.of(
                "kind", "page",
                "slug", "editorial-process",
                "name", "How we write and check our pages",
                "sections",
                    List.of(Json.of("id", "introduction", "text", "We write in plain words."))));
  }

  @Test
  void published_isToldAgain_whenTheBusRefused() {
    EventBus full = (source, events) -> Set.of(events.get(0).id());

    String answer =
        EventCall.send(new ContentPublisher(full, clock), Events.read("page-published.json"))
            .output();

    assertThat(Json.trusted(answer).toString()).contains("itemIdentifier=100");
  }

  @Test
  void events_followThePage_throughChangeAndRemoval() {
    Item first = publish(Written.condition("migraine"));
    Item second = publish(Written.condition("migraine", "In short.", "Shorter."));
    Item removed = publish();

    DomainEvent changed = only(new Change(Optional.of(first), Optional.of(second)));
    assertThat(changed.version()).isEqualTo(2);
    assertThat(changed.data().toString())
        .contains(
            "{id=symptoms, aspect=symptoms, heading=About symptoms, text=Words on symptoms.}");
    DomainEvent gone = only(new Change(Optional.of(second), Optional.of(removed)));
    assertThat(gone.version()).isEqualTo(3);
    assertThat(gone.data()).containsEntry("sections", List.of());
  }

  @Test
  void nothing_isTold_whenNoPageChanged() {
    Item page = publish(Written.condition("migraine"));
    Item line = Item.of(Key.of("CONDITION-LIST", "migraine#migraine")).with("version", 1);

    assertThat(PageEvents.of(new Change(Optional.of(page), Optional.of(page)))).isEmpty();
    assertThat(PageEvents.of(new Change(Optional.empty(), Optional.of(line)))).isEmpty();
    assertThat(PageEvents.of(new Change(Optional.of(page), Optional.empty()))).isEmpty();
  }

  private Item publish(PageFile... files) {
    PageStore store = new DynamoPageStore(table, clock);
    new PageImport(store, new Neighbours(store, Vocabulary.standard()))
        .run(new PageReader(Vocabulary.standard()).read(List.of(files)), false);
    return table.get(PAGE).orElseThrow();
  }

  private static DomainEvent only(Change change) {
    return PageEvents.of(change).get(0);
  }
}
