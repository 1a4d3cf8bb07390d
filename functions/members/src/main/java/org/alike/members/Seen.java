package org.alike.members;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alike.kernel.Failure;
import org.alike.kernel.Request;

/**
 * The version that a change is meant for (RFC 9110, section 13.1.1). A change without one could
 * undo what the same person did on another device.
 *
 * @param tags the strong tags of {@code If-Match}; a weak one promises too little
 */
record Seen(Set<String> tags) {
  private static final Pattern TAG = Pattern.compile("(W/)?(\"[^\"]*\")");

  /** Keeps its own copy. */
  Seen {
    tags = Set.copyOf(tags);
  }

  /**
   * What this request says.
   *
   * @throws Failure PRECONDITION_REQUIRED when it names no version
   */
  static Seen of(Request request) {
    Optional<String> match = request.header("if-match").map(String::strip);
    if (match.isEmpty() || match.get().equals("*")) {
      throw Failure.of(
          Failure.Kind.PRECONDITION_REQUIRED,
          "Send If-Match with the tag of the profile that you have seen.");
    }
    Set<String> tags = new HashSet<>();
    Matcher matcher = TAG.matcher(match.get());
    while (matcher.find()) {
      if (matcher.group(1) == null) {
        tags.add(matcher.group(2));
      }
    }
    return new Seen(tags);
  }

  static String tag(Member member) {
    return tag(member.version());
  }

  /** Whether it is the member as they are now. */
  boolean is(Member member) {
    return tags.contains(tag(member));
  }

  /** Whether it is the version just before. */
  boolean wasBefore(Member member) {
    return tags.contains(tag(member.version() - 1));
  }

  private static String tag(long version) {
    return '"' + Long.toString(version) + '"';
  }
}
