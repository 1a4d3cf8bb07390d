package org.alike.kernel;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The HTTP side of a function: dispatches on the route key, turns every failure into a problem,
 * replays answers for a repeated {@code Idempotency-Key}, and writes one log line per request.
 *
 * <pre>{@code
 * endpoint = HttpEndpoint.of("content", clock).on("GET /conditions/{slug}", conditions::show);
 * }</pre>
 *
 * <p>Set up once in a handler's constructor; afterwards safe for any thread.
 */
public final class HttpEndpoint {
  /** What a route does. */
  @FunctionalInterface
  public interface Action {
    /**
     * Answers the request.
     *
     * @throws Failure for everything that goes wrong by the client's doing or for want of a part
     */
    Answer answer(Request request);
  }

  /** How a failure is told to whoever asked. */
  @FunctionalInterface
  public interface Explanation {
    /** The answer that explains the failure; never shows a value that was sent. */
    Answer of(Failure failure, Request request);
  }

  private final String function;
  private final Clock clock;
  private final Map<String, Action> actions = new LinkedHashMap<>();
  private final Set<String> open = new HashSet<>();
  private Marker.Finder markers = id -> Optional.empty();
  private Explanation explanation = (failure, request) -> Problem.answer(failure, request.id());

  private HttpEndpoint(String function, Clock clock) {
    this.function = function;
    this.clock = clock;
  }

  /** An endpoint of the function with this name, as it appears in log lines and metrics. */
  public static HttpEndpoint of(String function, Clock clock) {
    return new HttpEndpoint(function, clock);
  }

  /** Adds a route, e.g. {@code POST /f/{form}}. */
  public HttpEndpoint on(String routeKey, Action action) {
    actions.put(routeKey, action);
    return this;
  }

  /**
   * Adds a page that anybody may get, e.g. {@code /conditions/{slug}}. It answers HEAD as well,
   * which reaches us by the path's {@code ANY} route, past any authorizer; the gateway leaves the
   * body out.
   */
  public HttpEndpoint onOpen(String path, Action action) {
    open.add(path);
    return on("GET " + path, action);
  }

  /** Where the markers of repeatable requests are found. */
  public HttpEndpoint remembering(Marker.Finder finder) {
    markers = finder;
    return this;
  }

  /** Tells failures in another way than as a plain problem, e.g. as a page to a browser. */
  public HttpEndpoint explaining(Explanation other) {
    explanation = other;
    return this;
  }

  /** The routes this endpoint knows; a test compares them with the template's. */
  public Iterable<String> routes() {
    return actions.keySet();
  }

  /** Handles one event of the gateway. */
  public void handle(InputStream in, OutputStream out, Context context) throws IOException {
    long start = clock.millis();
    Request request = Request.of(Json.trusted(in), clock.instant());
    LogLine line = new LogLine(function, request.id(), start).with("route", request.routeKey());
    try (Invocation invocation = Invocation.begin(request.id())) {
      Answer answer = answer(request, line);
      line.with("status", answer.status()).write(context, clock.millis(), invocation.cost());
      out.write(Json.write(wire(answer)).getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The only place that catches everything: nothing but a problem may reach a client. */
  private Answer answer(Request request, LogLine line) {
    try {
      return replayed(request).orElseGet(() -> fresh(request));
    } catch (Failure failure) {
      return explanation.of(failure, request);
    } catch (RuntimeException | StackOverflowError fault) {
      line.fault(fault);
      Failure failure = Failure.of(Failure.Kind.INTERNAL, "We have noted it under this instance.");
      return explanation.of(failure, request);
    }
  }

  private Answer fresh(Request request) {
    try {
      return action(request).answer(request);
    } catch (Marker.AlreadyWritten race) {
      return replayed(request)
          .orElseThrow(() -> Failure.of(Failure.Kind.CONFLICT, "This request is in flight."));
    }
  }

  private Optional<Answer> replayed(Request request) {
    if (!request.method().equals("POST")) {
      return Optional.empty();
    }
    Optional<Marker> marker = request.markerId().flatMap(markers::find);
    if (marker.isPresent() && !marker.get().fingerprint().equals(request.fingerprint())) {
      throw Failure.invalid(
          "Idempotency-Key", "reused", "This key was used for another request already.");
    }
    return marker.map(Marker::answer);
  }

  private Action action(Request request) {
    String key = request.routeKey();
    String path = key.substring(key.indexOf(' ') + 1);
    boolean head = request.method().equals("HEAD") && open.contains(path);
    Action action = actions.get((head ? "GET" : request.method()) + " " + path);
    if (action != null) {
      return action;
    }
    TreeSet<String> allowed = new TreeSet<>();
    for (String route : actions.keySet()) {
      if (route.endsWith(" " + path)) {
        allowed.add(route.substring(0, route.indexOf(' ')));
      }
    }
    if (open.contains(path)) {
      allowed.add("HEAD");
    }
    throw allowed.isEmpty()
        ? Failure.notFound("There is nothing at this address.")
        : Failure.methodNotAllowed(String.join(", ", allowed));
  }

  private static Map<String, Object> wire(Answer answer) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("cache-control", "no-store");
    headers.put("x-content-type-options", "nosniff");
    headers.put("referrer-policy", "no-referrer");
    headers.putAll(answer.headers());
    return Json.of(
        "statusCode",
        answer.status(),
        "headers",
        headers,
        "body",
        answer.body(),
        "isBase64Encoded",
        answer.base64());
  }
}
