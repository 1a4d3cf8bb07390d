package org.alike.content;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alike.kernel.Failure;
import org.alike.kernel.Request;

/**
 * The state that a change is meant for (RFC 9110, section 13.1): the revision that the editor has
 * seen, or none at all for a new page. A change without one could undo what somebody else did.
 *
 * @param tags the tags of {@code If-Match}; empty for {@code If-None-Match: *}
 */
record Precondition(Set<String> tags) {
  private static final Pattern STRONG = Pattern.compile("(W/)?(\"[^\"]*\")");

  /** Keeps its own copy. */
  Precondition {
    tags = Set.copyOf(tags);
  }

  /**
   * What this request says.
   *
   * @throws Failure PRECONDITION_REQUIRED when it names no state
   */
  static Precondition of(Request request) {
    Optional<String> match = request.header("if-match").map(String::strip);
    if (match.isPresent() && !match.get().equals("*")) {
      return new Precondition(strongTags(match.get()));
    }
    if (match.isEmpty()
        && request.header("if-none-match").map(String::strip).filter("*"::equals).isPresent()) {
      return new Precondition(Set.of());
    }
    throw Failure.of(
        Failure.Kind.PRECONDITION_REQUIRED,
        "Send If-Match with the tag of the draft that you have seen, or If-None-Match: * for a"
            + " page that is new.");
  }

  boolean holds(Desk desk) {
    return tags.isEmpty() ? desk.empty() : tags.contains(desk.tag());
  }

  /** Whether it held before the last change, as far as can be told. */
  boolean heldBefore(Desk desk) {
    return tags.isEmpty() || tags.contains(Desk.tag(desk.revision() - 1));
  }

  /**
   * Ends a change that comes too late.
   *
   * @throws Failure PRECONDITION_FAILED unless it holds
   */
  void check(Desk desk) {
    if (!holds(desk)) {
      throw stale();
    }
  }

  /** Somebody else was first. */
  static Failure stale() {
    return Failure.of(
        Failure.Kind.PRECONDITION_FAILED,
        "Somebody changed this page or its draft in the meantime. Nothing of yours was written;"
            + " load it again and bring both together.");
  }

  /** A weak tag promises too little; a header without any strong one fits no state. */
  private static Set<String> strongTags(String header) {
    Set<String> tags = new HashSet<>(Set.of("none"));
    Matcher matcher = STRONG.matcher(header);
    while (matcher.find()) {
      if (matcher.group(1) == null) {
        tags.add(matcher.group(2));
      }
    }
    return tags;
  }
}
