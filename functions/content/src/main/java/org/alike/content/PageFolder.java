package org.alike.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of pages that is packed with this code, be it in a jar or in a folder of classes.
 *
 * <p>Its files are listed from where the code itself lies: class loaders can open a resource but
 * not list a folder.
 */
final class PageFolder {
  private static final String FOLDER = "org/alike/content/pages";
  private final Path code;

  /** The pages packed in this jar or folder of classes. */
  PageFolder(Path code) {
    this.code = code;
  }

  /** The pages packed with this class. */
  static PageFolder packed() {
    try {
      return new PageFolder(
          Path.of(PageFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Every Markdown file, by path. */
  List<PageFile> files() {
    try {
      if (Files.isDirectory(code)) {
        return files(code.resolve(FOLDER));
      }
      try (FileSystem jar = FileSystems.newFileSystem(code)) {
        return files(jar.getPath(FOLDER));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<PageFile> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.toString().endsWith(".md"))
          .map(path -> file(folder, path))
          .sorted((a, b) -> a.path().compareTo(b.path()))
          .toList();
    }
  }

  private static PageFile file(Path folder, Path path) {
    String name = folder.relativize(path).toString().replace('\\', '/');
    try {
      return new PageFile(name, Files.readString(path));
    } catch (CharacterCodingException notUtf8) {
      throw new PageRejected(name + ": must be UTF-8");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
