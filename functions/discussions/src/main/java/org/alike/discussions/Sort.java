package org.alike.discussions;

import java.util.Locale;
import java.util.Optional;
import org.alike.kernel.Failure;

/** The orders of a feed, newest first in each. */
enum Sort {
  /** By the latest reply, or the thread itself. */
  ACTIVE,
  /** By when the thread was started. */
  LATEST,
  /** Threads that nobody has answered yet, by when they were started. */
  UNANSWERED;

  /** The order that a query asks for, {@link #ACTIVE} when it says nothing. */
  static Sort of(Optional<String> word) {
    return switch (word.orElse("active")) {
      case "active" -> ACTIVE;
      case "latest" -> LATEST;
      case "unanswered" -> UNANSWERED;
      case "top" -> throw refused("not-yet", "This order is not there yet.");
      default -> throw refused("choice", "This must be active, latest or unanswered.");
    };
  }

  /**
   * Where an entry stands in this order: a text, unique in its feed, that sorts as the order does.
   */
  String position(FeedEntry entry) {
    return this == ACTIVE ? Moment.of(entry.lastActivity()) + "#" + entry.id() : entry.id();
  }

  /** The word for it on the wire. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Failure refused(String code, String message) {
    return Failure.invalid("sort", code, message);
  }
}
