package org.alike.content;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** A list of texts that may be absent. */
  List<String> texts(String name) {
    Object value = fields.remove(name);
    return value == null ? List.of() : list(name, value).stream().map(t -> line(name, t)).toList();
  }

  /** The sources, at least one. */
  List<Source> sources(String name) {
    List<Source> sources = new ArrayList<>();
    for (Object entry : list(name, fields.remove(name))) {
      if (!(entry instanceof Map<?, ?> source) || source.size() != 4) {
        throw file.rejected(name, "each has id, title, publisher and url");
      }
      sources.add(
          new Source(
              line(name + ".id", source.get("id")),
              line(name + ".title", source.get("title")),
              line(name + ".publisher", source.get("publisher")),
              address(name + ".url", line(name + ".url", source.get("url")))));
    }
    if (sources.isEmpty()) {
      throw file.rejected(name, "at least one is needed");
    }
    return sources;
  }

  /** Takes a field that is not read yet. */
  void skip(String name) {
    fields.remove(name);
  }

  /** Ends the reading: no field may be left that nobody asked for. */
  void end() {
    for (String left : fields.keySet()) {
      throw file.rejected(left, "is not a field of this kind of page");
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

  private List<?> list(String name, @Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw file.rejected(name, "must be a list");
  }

  private String address(String name, String text) {
    try {
      URI address = URI.create(text);
      if ("https".equals(address.getScheme()) && address.getHost() != null) {
        return text;
      }
    } catch (IllegalArgumentException noAddress) {
      throw file.rejected(name, "must be an address");
    }
    throw file.rejected(name, "must begin with https://");
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
