package org.alike.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alike.kernel.Json;

/**
 * What an import does, or would do, to one page.
 *
 * @param kind of the page
 * @param slug of the page
 * @param action what is done
 * @param changes which texts change, for an update and a conflict
 */
record ImportStep(PageKind kind, String slug, Action action, List<TextChange> changes) {
  /** What is done to a page. */
  enum Action {
    /** It is new. */
    CREATE,
    /** Its files have changed. */
    UPDATE,
    /** There is nothing to do. */
    UNCHANGED,
    /** Its files are gone. */
    REMOVE,
    /** Its files have changed, and so have editors its published text: nothing is done. */
    CONFLICT
  }

  Map<String, Object> toJson() {
    return Json.of(
        "kind",
        kind.word(),
        "slug",
        slug,
        "action",
        action.name().toLowerCase(Locale.ROOT),
        "changes",
        changes.isEmpty() ? null : changes.stream().map(TextChange::toJson).toList());
  }
}
