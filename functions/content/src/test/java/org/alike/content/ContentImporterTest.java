package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.alike.kernel.Json;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentImporterTest {
  private final MovableClock clock = MovableClock.atNoon();
  private final String name = EmbeddedDynamo.newTable();
  private final DynamoTable table = new DynamoTable(EmbeddedDynamo.client(), name, clock);

  private final Path place;

  ContentImporterTest(@TempDir Path place) {
    this.place = place;
  }

  @Test
  void importer_saysWhatItDid() {
    ContentImporter importer = new ContentImporter(PageFolder.packed(), table, clock);

    String first = EventCall.send(importer, Events.read("import.json")).output();
    EventCall.Sent second = EventCall.send(importer, Events.read("import.json"));

    assertThat(Json.trusted(first))
        .isEqualTo(Json.of("imported", 15, "unchanged", 0, "removed", 0, "conflicts", List.of()));
    assertThat(Json.trusted(second.output()))
        .isEqualTo(Json.of("imported", 0, "unchanged", 15, "removed", 0, "conflicts", List.of()));
    assertThat(Json.trusted(second.log().get(0)))
        .containsEntry("unchanged", 15)
        .containsEntry("writeUnits", 0.0);
  }

  @Test
  void importer_failsWithFileAndFieldAndStoresNothing_whenAPageIsWrong() throws IOException {
    PageFile wrong = Written.condition("migraine", "reviewed: 2026-11-23", "reviewed: soon");
    for (PageFile file : new PageFile[] {wrong, Written.condition("epilepsy")}) {
      Path path = place.resolve("org/alike/content/pages").resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
    ContentImporter importer = new ContentImporter(new PageFolder(place), table, clock);

    assertThatThrownBy(() -> EventCall.send(importer, Events.read("import.json")))
        .isInstanceOf(PageRejected.class)
        .hasMessageContaining("conditions/migraine.md: reviewed: This must be a date");
    assertThat(EmbeddedDynamo.dump(name)).isEmpty();
  }
}
