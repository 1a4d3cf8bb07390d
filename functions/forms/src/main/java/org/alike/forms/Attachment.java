package org.alike.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Json;

/**
 * A file that belongs to a submission.
 *
 * @param field the name of the field it was sent in
 * @param id what the field's value names it by
 * @param name what its sender called it, made fit to be a file's name
 * @param type what it is by its content
 * @param size in bytes
 */
record Attachment(String field, String id, String name, FileType type, long size) {
  private static final int PARTS = 5;

  /** As owners see it. */
  Map<String, Object> toJson() {
    return Json.of("field", field, "id", id, "name", name, "type", type.media(), "size", size);
  }

  /** As one flat list, which is how items keep it. */
  static List<String> flat(List<Attachment> attachments) {
    List<String> flat = new ArrayList<>();
    for (Attachment each : attachments) {
      flat.addAll(
          List.of(each.field, each.id, each.name, each.type.media(), Long.toString(each.size)));
    }
    return flat;
  }

  /** The attachments of such a list. */
  static List<Attachment> of(List<String> flat) {
    List<Attachment> attachments = new ArrayList<>();
    for (int i = 0; i < flat.size(); i += PARTS) {
      attachments.add(
          new Attachment(
              flat.get(i),
              flat.get(i + 1),
              flat.get(i + 2),
              FileType.ofMedia(flat.get(i + 3)).orElse(FileType.TEXT),
              Long.parseLong(flat.get(i + 4))));
    }
    return attachments;
  }
}
