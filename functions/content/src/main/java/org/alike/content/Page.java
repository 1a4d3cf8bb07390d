package org.alike.content;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Digest;
import org.alike.kernel.Json;

/**
 * A page ready to be published.
 *
 * @param kind what it is about
 * @param slug its address
 * @param name what lists call it
 * @param shortName the short form worth showing beside the name
 * @param label both
 * @param covers ids of more general conditions that this page answers for, by an editor's decision
 * @param fields what is served, but for the version
 */
record Page(
    PageKind kind,
    String slug,
    String name,
    Optional<String> shortName,
    String label,
    Set<String> covers,
    Map<String, Object> fields) {
  /** Keeps its own copy of the set. */
  Page {
    covers = Set.copyOf(covers);
  }

  /** Tells whether anything that readers see has changed. */
  String digest() {
    return Digest.of(Json.write(fields), String.join("|", covers.stream().sorted().toList()));
  }

  /** What is served under this version, as JSON. */
  String body(long version) {
    StringBuilder body = new StringBuilder(Json.write(fields));
    return body.insert(body.length() - 1, ",\"version\":" + version).toString();
  }
}
