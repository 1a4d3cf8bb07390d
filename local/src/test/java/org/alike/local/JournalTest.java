package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private final Path file;

  JournalTest(@TempDir Path folder) {
    file = folder.resolve("journal");
  }

  @Test
  void work_isPendingAfterARestart_untilItIsDone() {
    Journal first = open();
    first.accept("1", Json.object().put("n", 1));
    first.accept("2", Json.object().put("n", 2));
    first.done("1");

    Journal second = open();

    assertThat(second.pending()).containsOnlyKeys("2");
    second.done("2");
    assertThat(open().pending()).isEmpty();
  }

  @Test
  void lineCutShort_isDropped_andTheRestKept() throws IOException {
    open().accept("1", Json.object());
    Files.writeString(file, "{\"id\":\"2\",\"wo", StandardOpenOption.APPEND);

    assertThat(open().pending()).containsOnlyKeys("1");
    assertThat(open().pending()).containsOnlyKeys("1");
  }

  @Test
  void file_staysSmall_whateverPassesThrough() throws IOException {
    Journal journal = open();
    for (int i = 0; i < 20_000; i++) {
      journal.accept("" + i, Json.object());
      journal.done("" + i);
    }

    assertThat(Files.size(file)).isLessThan(300_000);
  }

  @Test
  void checkpoints_surviveARestart() {
    Checkpoints first = new Checkpoints(new JsonLines(file));
    first.handled("reader", "shard-1", "10");
    first.handled("reader", "shard-1", "11");
    first.handled("reader", "shard-2", "7");

    Checkpoints second = new Checkpoints(new JsonLines(file));

    assertThat(second.last("reader", "shard-1")).isEqualTo("11");
    assertThat(second.last("reader", "shard-2")).isEqualTo("7");
    assertThat(second.last("other", "shard-1")).isNull();
  }

  private Journal open() {
    return new Journal(new JsonLines(file));
  }
}
