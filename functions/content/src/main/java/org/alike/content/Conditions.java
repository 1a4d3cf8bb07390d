package org.alike.content;

import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Request;

/** The list of conditions that have a page, and the search among all conditions. Thread-safe. */
final class Conditions {
  /** A correction of a page reaches readers within a minute. */
  static final String BRIEFLY = "public, max-age=60, stale-while-revalidate=600";

  private final ConditionSearch search;
  private final ConditionList list;

  Conditions(ConditionSearch search, ConditionList list) {
    this.search = search;
    this.list = list;
  }

  /** {@code GET /conditions}: with {@code q} what fits it, else all pages in order. */
  Answer list(Request request) {
    Optional<String> typed = Optional.of(TypedText.of(request, "q")).filter(q -> !q.isEmpty());
    if (typed.isEmpty()) {
      return list.list(request);
    }
    if (request.query("cursor").isPresent()) {
      throw Failure.malformed("A search has no further pages, so it takes no cursor.");
    }
    String lang = Asked.of(request).lang().orElse(Reading.ENGLISH);
    return Conditional.of(
        request,
        Answer.ok(Json.of("items", search.find(typed.get(), lang, request.limit())))
            .with("cache-control", BRIEFLY));
  }
}
