package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFolderTest {
  private static final Path FOLDER = Path.of("org/alike/content/pages/conditions");

  private final Path place;

  PageFolderTest(@TempDir Path place) {
    this.place = place;
  }

  @Test
  void packed_hasThePagesOfTheRepository() throws IOException {
    long written;
    try (var files = Files.walk(Path.of("pages"))) {
      written = files.filter(file -> file.toString().endsWith(".md")).count();
    }

    assertThat(PageFolder.packed().files()).hasSize((int) written).hasSizeGreaterThan(12);
  }

  @Test
  void files_areTheSame_whenPackedInAJarWithoutEntriesForFolders() throws IOException {
    Path jar = place.resolve("code.jar");
    try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      Path folder = zip.getPath(FOLDER.toString());
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("b.md"), "second");
      Files.writeString(folder.resolve("a.md"), "first");
      Files.writeString(folder.resolve("notes.txt"), "not a page");
    }

    assertThat(new PageFolder(jar).files())
        .containsExactly(
            new PageFile("conditions/a.md", "first"), new PageFile("conditions/b.md", "second"));
  }

  @Test
  void files_areRejectedByName_whenNotUtf8() throws IOException {
    Path folder = Files.createDirectories(place.resolve(FOLDER));
    Files.write(folder.resolve("latin.md"), new byte[] {(byte) 0xE9});

    assertThatThrownBy(() -> new PageFolder(place).files())
        .isInstanceOf(PageRejected.class)
        .hasMessage("conditions/latin.md: must be UTF-8");
  }
}
