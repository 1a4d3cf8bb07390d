package org.alike.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Failure;

/**
 * What a page of ours posted: the method that it means, the state that it was made for, and the
 * inputs. Browsers send every input, turn line breaks into theirs, and can't leave out an empty
 * line; so what differs by that only was not changed. Pure.
 *
 * @param method in upper case
 * @param version of the content
 * @param inputs all others
 */
record Posted(String method, String version, List<Entry> inputs) {
  static final String METHOD = "_method";
  static final String VERSION = "_version";

  Posted {
    inputs = List.copyOf(inputs);
  }

  static Posted of(List<Entry> entries) {
    String method = "";
    String version = "";
    List<Entry> inputs = new ArrayList<>();
    for (Entry entry : entries) {
      switch (entry.name()) {
        case METHOD -> method = entry.value();
        case VERSION -> version = entry.value();
        default -> inputs.add(entry);
      }
    }
    return new Posted(method, version, inputs);
  }

  static Failure unknownMethod() {
    return Failure.invalid("/" + METHOD, "NOT_A_CHOICE", "This must be PATCH or DELETE.");
  }

  /** The inputs that a person changed. */
  List<Entry> changes(Held held) {
    Map<String, List<Entry>> byName = new LinkedHashMap<>();
    inputs.forEach(
        entry -> byName.computeIfAbsent(entry.name(), n -> new ArrayList<>()).add(entry));
    List<Entry> changes = new ArrayList<>();
    byName.forEach(
        (name, entries) -> {
          List<String> before = held.submission().texts(name);
          if (!tidy(texts(entries)).equals(tidy(before))) {
            changes.addAll(withoutBlanks(name, entries, before));
          }
        });
    return changes;
  }

  /** A text that was there keeps the line breaks that it had. */
  private static List<Entry> withoutBlanks(String name, List<Entry> entries, List<String> before) {
    List<Entry> filled = new ArrayList<>();
    for (Entry entry : entries) {
      if (!entry.isBlank()) {
        String same =
            before.stream()
                .filter(text -> unix(text).equals(unix(entry.value())))
                .findFirst()
                .orElse(entry.value());
        filled.add(new Entry(name, same, entry.kind()));
      }
    }
    return filled.isEmpty() ? List.of(Entry.text(name, "")) : filled;
  }

  private static List<String> tidy(List<String> texts) {
    return texts.stream().filter(text -> !text.isBlank()).map(Posted::unix).toList();
  }

  private static List<String> texts(List<Entry> entries) {
    return entries.stream().map(Entry::value).toList();
  }

  private static String unix(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}
