package org.alike.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Marker;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the drafts of condition pages, at most one for each. Every change is made on the condition
 * that the desk is as it was seen, page and draft; otherwise nothing is written and the answer is
 * false.
 */
interface DraftStore {
  /** A page as its editors find it; shows every change that ended before. */
  Desk desk(String slug);

  /** Makes this the page's draft. */
  boolean save(Desk seen, Draft draft, Optional<Marker> marker);

  /** Drops the draft. */
  boolean drop(Desk seen);

  /** Publishes a page, which ends the draft; the desk as it is then, or empty for false. */
  Optional<Desk> publish(Desk seen, Page page, Provenance provenance);

  /** Removes the published page; a draft stays. */
  boolean withdraw(Desk seen, Live live, Provenance provenance);

  /** Some of the drafts, by slug, behind a place of {@link Slice#next()} or from the start. */
  Slice drafts(int limit, @Nullable List<String> after);

  /** The drafts that are to be published, the next one first. */
  List<Due> scheduled(int limit);

  /**
   * A part of the drafts.
   *
   * @param drafts what tells of each, as JSON
   * @param next the place to go on from, or null at the end
   */
  record Slice(List<Map<String, Object>> drafts, @Nullable List<String> next) {}
}
