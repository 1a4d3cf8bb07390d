package org.alike.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A failure as {@code application/problem+json} (RFC 9457). Pure; thread-safe. */
public final class Problem {
  private Problem() {}

  /** The problem that tells this failure; {@code instance} is the id of the request. */
  public static Answer answer(Failure failure, String requestId) {
    Failure.Kind kind = failure.kind();
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    List<Map<String, Object>> errors = failure.violations().stream().map(Problem::error).toList();
    Answer answer =
        Answer.json(
                kind.status(),
                Json.of(
                    "type",
                    "urn:alike:problem:" + name,
                    "title",
                    kind.title(),
                    "status",
                    kind.status(),
                    "detail",
                    failure.detail(),
                    "instance",
                    requestId,
                    "errors",
                    errors.isEmpty() ? null : errors))
            .with("content-type", "application/problem+json");
    for (Map.Entry<String, String> header : failure.headers().entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer;
  }

  private static Map<String, Object> error(Violation violation) {
    return Json.of(
        "pointer", violation.pointer(), "code", violation.code(), "message", violation.message());
  }
}
