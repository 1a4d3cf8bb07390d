package org.alike.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cross-origin answers: the gateway's alone, whatever a function says. */
final class Cors {
  private final Template.Cors rules;

  Cors(Template.Cors rules) {
    this.rules = rules;
  }

  static boolean isPreflight(Incoming request) {
    return request.method().equals("OPTIONS")
        && request.header("origin") != null
        && request.header("access-control-request-method") != null;
  }

  /** The answer to a preflight, which says nothing to an origin that is not listed. */
  Reply preflight(Incoming request) {
    Reply reply = new Reply(204, List.of(), new byte[0]);
    if (!allows(request.header("origin"))) {
      return reply;
    }
    return addOrigin(reply, request)
        .with("access-control-allow-methods", String.join(",", rules.methods()))
        .with("access-control-allow-headers", String.join(",", rules.headers()))
        .with("access-control-max-age", Integer.toString(rules.maxAge()));
  }

  /** Puts the configured headers on an answer and takes away the function's own. */
  Reply apply(Incoming request, Reply reply) {
    List<Reply.Header> kept = new ArrayList<>();
    for (Reply.Header header : reply.headers()) {
      if (!header.name().toLowerCase(Locale.ROOT).startsWith("access-control-")) {
        kept.add(header);
      }
    }
    Reply plain = new Reply(reply.status(), List.copyOf(kept), reply.body());
    if (!allows(request.header("origin"))) {
      return plain;
    }
    Reply known = addOrigin(plain, request);
    return rules.exposed().isEmpty()
        ? known
        : known.with("access-control-expose-headers", String.join(",", rules.exposed()));
  }

  private Reply addOrigin(Reply reply, Incoming request) {
    boolean any = rules.origins().contains("*");
    return reply
        .with("access-control-allow-origin", any ? "*" : request.header("origin", ""))
        .with("vary", "origin");
  }

  private boolean allows(@Nullable String origin) {
    return origin != null && (rules.origins().contains("*") || rules.origins().contains(origin));
  }
}
