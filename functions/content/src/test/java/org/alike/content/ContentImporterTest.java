package org.alike.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
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
  void importer_showsThePlanOnly_whenAskedTo() {
    ContentImporter importer = new ContentImporter(PageFolder.packed(), table, clock);

    EventCall.Sent sent = EventCall.send(importer, Events.read("import-dry-run.json"));

    assertThat(Events.objects(Json.trusted(sent.output()).get("pages")))
        .hasSize(15)
        .allMatch(page -> "create".equals(page.get("action")));
    assertThat(EmbeddedDynamo.dump(name)).isEmpty();
  }

  @Test
  void command_showsThePlanThenImports() throws IOException {
    write(Written.condition("migraine"), Written.condition("epilepsy"));
    assertThat(command("--dry-run")).isEqualTo("0\ncreate epilepsy\ncreate migraine\n");
    assertThat(EmbeddedDynamo.dump(name)).isEmpty();
    assertThat(command()).startsWith("0\ncreate epilepsy");

    write(Written.condition("migraine", "Words on symptoms.", "Other words."));
    assertThat(command("--dry-run"))
        .isEqualTo("0\nunchanged epilepsy\nupdate migraine\n  en/standard symptoms markdown\n");
  }

  @Test
  void command_namesEveryMistake_andEveryWrongOption() throws IOException {
    write(
        Written.condition("migraine", "In short.", "''"),
        Written.condition("epilepsy", "publisher: An institute", "by: An institute"));

    assertThat(command())
        .startsWith("1\nNothing was imported.\n")
        .contains("conditions/epilepsy.md: sources.publisher: This is needed.\n")
        .contains("conditions/migraine.md: summary: This is needed.\n");
    assertThat(command("--now")).startsWith("2\nUsage");
    assertThat(EmbeddedDynamo.dump(name)).isEmpty();
  }

  @Test
  void importer_failsWithFileAndFieldAndStoresNothing_whenAPageIsWrong() throws IOException {
    PageFile wrong = Written.condition("migraine", "reviewed: 2026-11-23", "reviewed: soon");
    write(wrong, Written.condition("epilepsy"));
    ContentImporter importer = new ContentImporter(new PageFolder(place), table, clock);

    assertThatThrownBy(() -> EventCall.send(importer, Events.read("import.json")))
        .isInstanceOf(PageRejected.class)
        .hasMessageContaining("conditions/migraine.md: reviewed: This must be a date");
    assertThat(EmbeddedDynamo.dump(name)).isEmpty();
  }

  private void write(PageFile... files) throws IOException {
    for (PageFile file : files) {
      Path path = place.resolve("org/alike/content/pages").resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
  }

  /** The exit code and what was printed. */
  private String command(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, UTF_8);
    int code = new ImportCommand(new PageFolder(place), table, clock, print).run(arguments);
    return code + "\n" + out.toString(UTF_8);
  }
}
