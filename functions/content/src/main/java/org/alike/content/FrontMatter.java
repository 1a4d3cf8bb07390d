package org.alike.content;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The fields at the head of a page, read strictly: what is missing, doubled, unknown or of the
 * wrong shape is an error that names file and field. Read each field, then call {@link #end()}.
 */
final class FrontMatter {
  private static final String FENCE = "---\n";
  private final PageFile file;
  private final Map<String, Object> fields;
  private final String body;

  private FrontMatter(PageFile file, Map<String, Object> fields, String body) {
    this.file = file;
    this.fields = fields;
    this.body = body;
  }

  /** Separates a page's fields from its Markdown. */
  static FrontMatter of(PageFile file) {
    String text = file.text().replace("\r\n", "\n");
    int end = text.indexOf("\n" + FENCE, FENCE.length() - 1);
    if (!text.startsWith(FENCE) || end < 0) {
      throw file.rejected("front matter", "must stand first, between two lines of ---");
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    yaml(file, text.substring(FENCE.length(), end + 1))
        .forEach((name, value) -> fields.put(String.valueOf(name), value));
    return new FrontMatter(file, fields, text.substring(end + 1 + FENCE.length()));
  }

  /** The Markdown below the fields. */
  String body() {
    return body;
  }

  /** A text that must be there, on one line. */
  String text(String name) {
    return line(name, fields.remove(name));
  }

  /** A date that must be there. */
  LocalDate date(String name) {
    try {
      return LocalDate.parse(text(name));
    } catch (DateTimeParseException noDate) {
      throw file.rejected(name, "must be a date such as 2026-11-23");
    }
  }

  /** Takes those of these fields that are there, whatever they hold. */
  Map<String, Object> take(Set<String> names) {
    Map<String, Object> taken = new LinkedHashMap<>(fields);
    taken.keySet().retainAll(names);
    fields.keySet().removeAll(names);
    return taken;
  }

  /** The fields that nobody took. */
  List<PageRejected> left() {
    return fields.keySet().stream()
        .map(left -> file.rejected(left, "is not a field of this kind of page"))
        .toList();
  }

  /** Ends the reading: no field may be left that nobody asked for. */
  void end() {
    for (PageRejected left : left()) {
      throw left;
    }
  }

  private String line(String name, @Nullable Object value) {
    if (!(value instanceof String text) || text.isBlank()) {
      throw file.rejected(name, "must be a text");
    }
    if (text.strip().indexOf('\n') >= 0) {
      throw file.rejected(name, "must be on one line");
    }
    return text.strip();
  }

  private static Map<?, ?> yaml(PageFile file, String text) {
    try {
      if (reader().load(text) instanceof Map<?, ?> map) {
        return map;
      }
    } catch (YAMLException broken) {
      throw file.rejected("front matter", "is not readable YAML: " + broken.getMessage());
    }
    throw file.rejected("front matter", "must be fields with values");
  }

  /** Plain maps, lists and texts only: no tags, no guessing of dates and numbers, no doubles. */
  private static Yaml reader() {
    LoaderOptions limits = new LoaderOptions();
    limits.setAllowDuplicateKeys(false);
    limits.setMaxAliasesForCollections(0);
    limits.setNestingDepthLimit(5);
    limits.setCodePointLimit(20_000);
    Resolver everythingIsText =
        new Resolver() {
          @Override
          protected void addImplicitResolvers() {
            // None.
          }
        };
    DumperOptions unused = new DumperOptions();
    return new Yaml(
        new SafeConstructor(limits), new Representer(unused), unused, limits, everythingIsText);
  }
}
