package org.alike.content;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.HttpEndpoint;
import org.alike.kernel.Json;
import org.alike.kernel.Request;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/** What all routes of editors have in common. Pure. */
final class Editors {
  private static final String ROLE = "editor";
  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,100}");

  private Editors() {}

  /** What a route does for an editor. */
  @FunctionalInterface
  interface Action {
    Answer answer(Request request, Author editor);
  }

  /** Lets editors in and nobody else. */
  static HttpEndpoint.Action only(Action action) {
    return request -> action.answer(request, Author.of(request.inRole(ROLE)));
  }

  /** The page that the address names; its id, no other name. */
  static String slug(Request request) {
    return Optional.of(request.path("slug"))
        .filter(slug -> SLUG.matcher(slug).matches())
        .orElseThrow(Editors::noPage);
  }

  static Failure noPage() {
    return Failure.notFound("There is neither a page nor a draft at this address.");
  }

  /** What people call a page; by its id where the vocabulary does not know it any more. */
  static String label(Vocabulary vocabulary, String slug) {
    return vocabulary
        .find(Kind.CONDITION, slug)
        .map(concept -> Subject.title(concept).label())
        .orElse(slug);
  }

  /** A page as its editors find it, with the tag of its revision. */
  static Answer answer(int status, Vocabulary vocabulary, Desk desk) {
    Map<String, Object> json =
        Json.of("slug", desk.slug(), "label", label(vocabulary, desk.slug()));
    json.putAll(desk.toJson());
    json.put("document", desk.document());
    return Answer.json(status, json).with("etag", desk.tag());
  }
}
