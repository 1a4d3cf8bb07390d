package org.alike.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP API: from a request to the function's answer, with API Gateway's limits, its order of
 * checks and its own answers where no function is asked.
 */
final class Gateway {
  private static final int HEAD_LIMIT = 10_240;
  private static final String REQUEST_ID = "apigw-requestid";

  private final Router router;
  private final Template.Api api;
  private final Throttle throttle;
  private final Map<String, JwtAuthorizer> authorizers;
  private final Functions functions;
  private final ExecutorService threads;
  private final Duration patience;
  private final Ids ids;
  private final Clock clock;

  Gateway(
      Template.Api api,
      Map<String, JwtAuthorizer> authorizers,
      Functions functions,
      ExecutorService threads,
      Duration patience,
      Ids ids,
      Clock clock) {
    this.router = new Router(api.routes());
    this.api = api;
    this.throttle = new Throttle(api.limit(), api.routeLimits(), System::nanoTime);
    this.authorizers = authorizers;
    this.functions = functions;
    this.threads = threads;
    this.patience = patience;
    this.ids = ids;
    this.clock = clock;
  }

  Reply answer(Incoming request) {
    String id = ids.next();
    if (request.headSize() > HEAD_LIMIT) {
      return Reply.message(431, "Request Header Fields Too Large").with(REQUEST_ID, id);
    }
    Router.Match match = router.find(request.method(), request.path());
    Cors cors = new Cors(match == null ? api.cors() : api.cors(match.route().path()));
    if (Cors.isPreflight(request) && (match == null || match.route().authorizer() == null)) {
      return cors.preflight(request).with(REQUEST_ID, id);
    }
    return cors.apply(request, route(request, match, id)).with(REQUEST_ID, id);
  }

  private Reply route(Incoming request, Router.@Nullable Match match, String id) {
    if (match == null) {
      return Reply.message(404, "Not Found");
    }
    if (request.body() == null) {
      return Reply.message(413, "Request Entity Too Large");
    }
    if (!throttle.lets(match.route().key())) {
      return Reply.message(429, "Too Many Requests");
    }
    try {
      return invoke(request, match, authorize(request, match.route()), id);
    } catch (JwtAuthorizer.Refused e) {
      return Reply.message(401, "Unauthorized").with("www-authenticate", challenge(request, e));
    }
  }

  private JwtAuthorizer.@Nullable Claims authorize(Incoming request, Template.Route route)
      throws JwtAuthorizer.Refused {
    if (route.authorizer() == null) {
      return null;
    }
    JwtAuthorizer authorizer = authorizers.get(route.authorizer());
    if (authorizer == null) {
      throw new JwtAuthorizer.Refused("no authorizer");
    }
    return authorizer.check(request.header("authorization"));
  }

  private Reply invoke(
      Incoming request, Router.Match match, JwtAuthorizer.@Nullable Claims claims, String id) {
    ObjectNode event = HttpEvent.of(request, match, claims, id, clock.instant());
    if (Json.bytes(event).length > FunctionPool.PAYLOAD_LIMIT) {
      return Reply.message(413, "Request Entity Too Large");
    }
    Origin origin = new Origin("request", match.route().key(), Set.of(id));
    Future<Outcome> outcome =
        threads.submit(() -> functions.invoke(match.route().function(), event, origin));
    try {
      return LambdaAnswer.reply(outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Reply.message(503, "Service Unavailable");
    } catch (ExecutionException e) {
      return Reply.message(500, "Internal Server Error");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.message(503, "Service Unavailable");
    }
  }

  private static String challenge(Incoming request, JwtAuthorizer.Refused refused) {
    return request.header("authorization") == null
        ? "Bearer"
        : "Bearer scope=\"\" error=\"invalid_token\" error_description=\"" + refused.why() + "\"";
  }
}
