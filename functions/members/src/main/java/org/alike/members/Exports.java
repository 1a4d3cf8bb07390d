package org.alike.members;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Cursors;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Preferences;
import org.alike.kernel.Request;

/**
 * The copy of everything that is kept about a member, for them to take along: as one JSON file, or
 * what is about health as a FHIR R4 bundle. Thread-safe.
 */
final class Exports {
  private static final String FHIR = "application/fhir+json";

  /** So many fit into an answer of Lambda, however long they are. */
  private static final int POSTS = 100;

  private final MemberStore store;
  private final MemberView view;
  private final PostStore posts;
  private final Cursors cursors;
  private final FhirBundle fhir;
  private final List<Portable> others;

  Exports(
      MemberStore store,
      MemberView view,
      PostStore posts,
      Cursors cursors,
      FhirBundle fhir,
      List<Portable> others) {
    this.store = store;
    this.view = view;
    this.posts = posts;
    this.cursors = cursors;
    this.fhir = fhir;
    this.others = List.copyOf(others);
  }

  /** {@code GET /me/export}. */
  Answer export(Request request) {
    Member member = store.find(request.member()).orElseThrow(Me::gone);
    return wantsFhir(request)
        ? file("alike-export.fhir.json", Answer.ok(fhir.of(member, request.received())))
            .with("content-type", FHIR + "; fhirVersion=4.0")
        : file("alike-export.json", Answer.ok(everything(member, request)));
  }

  /** Posts beyond the first hundred follow under {@code next}; all else is in every part. */
  private Map<String, Object> everything(Member member, Request request) {
    String list = "export " + member.id();
    PostStore.Page page =
        posts.of(member.id(), request.query("cursor").map(c -> cursors.open(list, c)), POSTS);
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("format", "alike-export/1");
    all.put("exported", request.received().toString());
    all.put("account", account(member));
    all.put("profile", view.json(member));
    all.put("consents", Consents.history(store, member.id()));
    others.forEach(other -> all.put(other.name(), other.of(member)));
    all.put("posts", page.posts().stream().map(Post::json).toList());
    if (!page.next().isEmpty()) {
      all.put("next", cursors.seal(list, page.next()));
    }
    return all;
  }

  private static Map<String, Object> account(Member member) {
    return Json.of(
        "id", member.id(),
        "email", member.mailbox().address(),
        "joined", member.joined().toString(),
        "changed", member.changed().toString());
  }

  private static boolean wantsFhir(Request request) {
    Optional<String> format = request.query("format");
    if (format.isPresent()) {
      return switch (format.get()) {
        case "fhir" -> true;
        case "json" -> false;
        default -> throw Failure.invalid("format", "choice", "The format is json or fhir.");
      };
    }
    return Preferences.of(request.header("accept")).named(FHIR).orElse(0.0) > 0;
  }

  private static Answer file(String name, Answer answer) {
    return answer.with("content-disposition", "attachment; filename=\"" + name + "\"");
  }
}
