package org.alike.content;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps every publication of each condition page, also of those that were removed since. */
interface VersionStore {
  /** The newest first, behind a place of {@link Slice#next()} or from the last one. */
  Slice versions(String slug, int limit, @Nullable List<String> after);

  /** One of them. */
  Optional<Version> version(String slug, long number);

  /** The one before this, if any. */
  Optional<Version> before(String slug, long number);

  /**
   * A part of a history.
   *
   * @param next the place to go on from, or null at the end
   */
  record Slice(List<Version> versions, @Nullable List<String> next) {}
}
