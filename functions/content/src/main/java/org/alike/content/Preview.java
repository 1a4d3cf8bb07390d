package org.alike.content;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Fields;
import org.alike.kernel.Request;
import org.alike.kernel.Violation;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/** Shows a page as readers would get it, and keeps nothing of it. Thread-safe. */
final class Preview {
  /** It is no version yet. */
  private static final long VERSION = 0;

  private final DocumentReader documents;
  private final Vocabulary vocabulary;
  private final Clock clock;

  Preview(DocumentReader documents, Vocabulary vocabulary, Clock clock) {
    this.documents = documents;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  /** {@code POST /conditions/{slug}/preview}, in the language and at the level asked for. */
  Answer show(Request request, Author editor) {
    String slug = Editors.slug(request);
    Asked asked = Asked.of(request);
    Edition edition = edition(request.object(), slug);
    Outline outline = Outline.of(edition.manuscript());
    Instant now = clock.instant();
    Composition composition =
        Composition.of(outline, asked.of(outline), LocalDate.ofInstant(now, ZoneOffset.UTC));
    List<Concept> related =
        documents.page(edition).related().stream()
            .flatMap(id -> vocabulary.find(Kind.CONDITION, id).stream())
            .toList();
    return Answer.ok(new ServedPage(edition, composition, VERSION, now, related).toJson());
  }

  private Edition edition(Map<String, Object> body, String slug) {
    List<Violation> broken = new ArrayList<>();
    Optional<Edition> edition = documents.read(body, slug, broken);
    Map<String, Object> rest = new LinkedHashMap<>(body);
    rest.remove("document");
    DocumentReader.gather(
        broken,
        "",
        () -> {
          Fields.of(rest).end();
          return rest;
        });
    if (!broken.isEmpty()) {
      throw Failure.invalid(broken);
    }
    return edition.orElseThrow();
  }
}
