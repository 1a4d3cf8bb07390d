package org.alike.content;

import java.util.Map;
import org.alike.kernel.Json;

/**
 * Where a page's facts can be checked.
 *
 * @param id what sections name it by, unique in its page
 * @param title of the document
 * @param publisher who answers for it
 * @param url where it is
 */
record Source(String id, String title, String publisher, String url) {
  /** As readers see it. */
  Map<String, Object> toJson() {
    return Json.of("title", title, "publisher", publisher, "url", url);
  }
}
