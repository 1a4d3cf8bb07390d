package org.alike.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a data file: tab-separated, {@code #} comments, columns as its header explains. A line that
 * can't be understood fails with its number, so a broken file never starts.
 */
final class ConceptFile {
  private static final char SHARED = '?';
  private static final char HIDDEN = '~';

  private final Kind kind;
  private final String file;
  private int line;

  private ConceptFile(Kind kind, String file) {
    this.kind = kind;
    this.file = file;
  }

  /** The entries of a data file of this jar, in file order. */
  static List<Entry> ofJar(Kind kind, String file) {
    InputStream stream = ConceptFile.class.getResourceAsStream(file);
    if (stream == null) {
      throw new IllegalStateException("The vocabulary's data file " + file + " is missing");
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return read(kind, file, reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Entry> read(Kind kind, String file, BufferedReader reader) throws IOException {
    ConceptFile source = new ConceptFile(kind, file);
    List<Entry> entries = new ArrayList<>();
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      source.line++;
      if (!text.isBlank() && text.charAt(0) != '#') {
        entries.add(source.entry(text.split("\t", -1)));
      }
    }
    return entries;
  }

  private Entry entry(String[] columns) {
    if (columns.length < 2 || columns.length > 8) {
      throw broken("has " + columns.length + " columns instead of 2 to 8");
    }
    String id = column(columns, 0);
    Names names = new Names();
    String name = names.withoutSharedMark(column(columns, 1));
    if (id.isEmpty() || name.isEmpty()) {
      throw broken("lacks an id or a name");
    }
    for (String other : items(column(columns, 3))) {
      names.add(other);
    }
    Concept concept =
        new Concept(
            kind,
            id,
            name,
            names.shortName(column(columns, 2)),
            names.shown,
            new LinkedHashSet<>(items(column(columns, 4))),
            items(column(columns, 5)),
            codes(column(columns, 6)),
            category(column(columns, 7)));
    return new Entry(concept, names.hidden, names.shared);
  }

  /** The names of one line, sorted by their marks. */
  private static final class Names {
    final List<String> shown = new ArrayList<>();
    final List<String> hidden = new ArrayList<>();
    final Set<String> shared = new HashSet<>();

    void add(String marked) {
      String name = withoutSharedMark(marked);
      if (name.charAt(0) == HIDDEN) {
        hidden.add(name.substring(1));
      } else {
        shown.add(name);
      }
    }

    @Nullable String shortName(String marked) {
      return marked.isEmpty() ? null : withoutSharedMark(marked);
    }

    String withoutSharedMark(String marked) {
      if (marked.isEmpty() || marked.charAt(0) != SHARED) {
        return marked;
      }
      String name = marked.substring(1);
      shared.add(!name.isEmpty() && name.charAt(0) == HIDDEN ? name.substring(1) : name);
      return name;
    }
  }

  private static String column(String[] columns, int index) {
    return index < columns.length ? columns[index].strip() : "";
  }

  private static List<String> items(String column) {
    List<String> items = new ArrayList<>();
    for (String item : column.split("\\|", -1)) {
      if (!item.isBlank()) {
        items.add(item.strip());
      }
    }
    return items;
  }

  private Map<String, String> codes(String column) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (String item : items(column)) {
      int equals = item.indexOf('=');
      if (equals < 1) {
        throw broken("has a code that isn't written system=code");
      }
      codes.put(item.substring(0, equals), item.substring(equals + 1));
    }
    return codes;
  }

  private boolean category(String flags) {
    return switch (flags) {
      case "" -> false;
      case "category" -> true;
      default -> throw broken("has an unknown flag");
    };
  }

  private IllegalStateException broken(String what) {
    return new IllegalStateException(file + ", line " + line + ": " + what);
  }
}
