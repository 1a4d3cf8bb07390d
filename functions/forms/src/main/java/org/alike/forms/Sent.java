package org.alike.forms;

import java.util.ArrayList;
import java.util.List;

/**
 * What a form sent, in two parts that keep their order.
 *
 * @param content what people filled in
 * @param controls what says how to handle it
 */
record Sent(List<Entry> content, List<Entry> controls) {
  Sent {
    content = List.copyOf(content);
    controls = List.copyOf(controls);
  }

  /** Both, as they can be sent again. */
  List<Entry> all() {
    List<Entry> all = new ArrayList<>(content);
    all.addAll(controls);
    return all;
  }

  /** Whether files came within the form. */
  boolean bringsFiles() {
    return content.stream().anyMatch(entry -> entry.file().isPresent());
  }

  boolean isEmpty() {
    return content.stream().allMatch(entry -> entry.kind() == Entry.Kind.TEXT && entry.isBlank());
  }
}
