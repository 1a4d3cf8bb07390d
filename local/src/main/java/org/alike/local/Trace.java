package org.alike.local;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last steps taken by the functions, and how they follow from requests: a stream's record and a
 * bus's event carry the id of the request that caused them. Safe for several threads.
 */
final class Trace {
  private static final int KEPT = 2_000;

  private final Deque<Step> steps = new ArrayDeque<>();

  /**
   * One invocation.
   *
   * @param status the HTTP status of a request's answer, {@code ok} or {@code failed}
   */
  record Step(
      String function,
      Origin origin,
      String requestId,
      Instant at,
      long millis,
      String status,
      @Nullable Cost cost) {

    static Step of(String function, Origin origin, Instant at, Outcome outcome) {
      String status = outcome.failed() ? "failed" : "ok";
      if (origin.kind().equals("request") && !outcome.failed()) {
        status = outcome.payload().path("statusCode").asText("200");
      }
      return new Step(
          function,
          origin,
          outcome.requestId(),
          at,
          outcome.took().toMillis(),
          status,
          Cost.in(outcome.log()));
    }
  }

  /** A request and everything that followed from it, in order of time. */
  record Way(Step request, List<Step> followed) {}

  synchronized void add(Step step) {
    steps.addLast(step);
    if (steps.size() > KEPT) {
      steps.removeFirst();
    }
  }

  /** The ways of the last requests, newest first. */
  synchronized List<Way> ways(int limit) {
    List<Way> ways = new ArrayList<>();
    for (Step step : reversed(steps)) {
      if (ways.size() < limit && step.origin().kind().equals("request")) {
        ways.add(new Way(step, followers(step)));
      }
    }
    return ways;
  }

  private List<Step> followers(Step request) {
    Set<String> ids = new HashSet<>(request.origin().causes());
    ids.add(request.requestId());
    return steps.stream()
        .filter(step -> !step.origin().kind().equals("request"))
        .filter(step -> !Collections.disjoint(step.origin().causes(), ids))
        .sorted(Comparator.comparing(Step::at))
        .toList();
  }

  private static List<Step> reversed(Collection<Step> steps) {
    List<Step> reversed = new ArrayList<>(steps);
    Collections.reverse(reversed);
    return reversed;
  }
}
