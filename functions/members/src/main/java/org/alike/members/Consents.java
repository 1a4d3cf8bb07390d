package org.alike.members;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Fields;
import org.alike.kernel.Json;
import org.alike.kernel.Request;

/**
 * Members agree to their health data being used, withdraw, and agree again. Each decision is kept.
 * Withdrawing takes them out of every match, count and answer; what they told stays until they
 * delete it, so that it can be undone. Thread-safe.
 */
final class Consents {
  private static final int ATTEMPTS = 5;
  private static final int LONGEST_VERSION = 100;
  private final MemberStore store;
  private final ConsentVersions versions;

  Consents(MemberStore store, ConsentVersions versions) {
    this.store = store;
    this.versions = versions;
  }

  /** {@code GET /me/consents}. */
  Answer list(Request request) {
    String id = request.member();
    return answer(store.find(id).orElseThrow(Me::gone));
  }

  /** {@code PUT /me/consents}; what holds already is no new decision. */
  Answer decide(Request request) {
    String id = request.member();
    Decision decision = Decision.of(request.fields(), versions);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Member member = store.find(id).orElseThrow(Me::gone);
      Optional<Consent> next = decision.after(member.consent(), request.received());
      if (next.isEmpty()) {
        return answer(member);
      }
      Member after = member.under(next.get(), request.received());
      if (store.replace(member, after)) {
        return answer(after);
      }
    }
    throw Failure.unavailable(1);
  }

  private Answer answer(Member member) {
    return Answer.ok(
        Json.of("active", member.consent().given(), "items", history(store, member.id())));
  }

  /** Every decision of a member, the newest last. */
  static List<Map<String, Object>> history(MemberStore store, String member) {
    return store.consents(member).stream().map(Consents::json).toList();
  }

  private static Map<String, Object> json(Consent consent) {
    return Json.of(
        "number", consent.number(),
        "action", consent.given() ? "given" : "withdrawn",
        "version", consent.version(),
        "at", consent.at().toString());
  }

  /**
   * What is asked for.
   *
   * @param version of the text that is agreed to; empty to withdraw
   */
  private record Decision(Optional<String> version) {
    static Decision of(Fields fields, ConsentVersions versions) {
      boolean given = fields.flag("given", false);
      Optional<String> version = fields.optionalLine("version", LONGEST_VERSION);
      if (!fields.has("given") || fields.clears("given")) {
        fields.reject("given", "required", "This is needed.");
      }
      if (given && version.isEmpty()) {
        fields.reject("version", "required", "Which text do you agree to?");
      }
      if (given && version.filter(text -> !versions.knows(text)).isPresent()) {
        fields.reject("version", "choice", "This is no version of our text.");
      }
      fields.end();
      return new Decision(version.filter(unused -> given));
    }

    /** The decision as the next in the history; empty when it holds already. */
    Optional<Consent> after(Consent last, Instant now) {
      if (version.isPresent()) {
        boolean holds = last.given() && last.version().equals(version.get());
        return holds ? Optional.empty() : Optional.of(last.given(version.get(), now));
      }
      return last.given() ? Optional.of(last.withdrawn(now)) : Optional.empty();
    }
  }
}
