package org.alike.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Violation;
import org.alike.vocabulary.Vocabulary;

/** Makes editions of the documents that editors send, or of those kept in drafts. Thread-safe. */
final class DocumentReader {
  /** What an item of the table can hold, with room for what stands beside it. */
  private static final int MAX_PACKED = 350 * 1024;

  private static final String PLACE = "/document";
  private final ManuscriptRules rules;
  private final Vocabulary vocabulary;
  private final Catalogue catalogue;

  DocumentReader(Vocabulary vocabulary, Catalogue catalogue) {
    this.rules = new ManuscriptRules(vocabulary);
    this.vocabulary = vocabulary;
    this.catalogue = catalogue;
  }

  /**
   * The edition of a document that is meant for this page.
   *
   * @throws Failure INVALID with every broken rule, TOO_LARGE
   */
  Edition read(Map<String, Object> document, String slug) {
    Manuscript manuscript = rules.read(document);
    List<Violation> broken = new ArrayList<>();
    if (!manuscript.slug().equals(slug)) {
      broken.add(new Violation("/slug", "other", "This is not the page at this address."));
    }
    for (int i = 0; i < manuscript.covers().size(); i++) {
      Optional<String> other = catalogue.pageOf(manuscript.covers().get(i));
      if (other.filter(page -> !page.equals(slug)).isPresent()) {
        broken.add(new Violation("/covers/" + i, "taken", "This is another page's matter."));
      }
    }
    if (!broken.isEmpty()) {
      throw Failure.invalid(broken);
    }
    return storable(Edition.of(manuscript, vocabulary));
  }

  /** The same for the document in a body; broken rules are added to the others found in it. */
  Optional<Edition> read(Map<String, Object> body, String slug, List<Violation> broken) {
    Optional<Map<String, Object>> document = Json.asObject(body.get("document"));
    if (document.isEmpty()) {
      broken.add(new Violation(PLACE, "required", "This must be an object."));
    }
    return document.flatMap(sent -> gather(broken, PLACE, () -> read(sent, slug)));
  }

  /** The page that this edition makes. */
  Page page(Edition edition) {
    return Page.of(edition, vocabulary, catalogue.slugs());
  }

  /** Reads, and adds what is wrong to the rest of it. */
  static <T> Optional<T> gather(List<Violation> broken, String place, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (Failure failure) {
      if (failure.kind() != Failure.Kind.INVALID) {
        throw failure;
      }
      for (Violation violation : failure.violations()) {
        broken.add(
            new Violation(place + violation.pointer(), violation.code(), violation.message()));
      }
      return Optional.empty();
    }
  }

  private static Edition storable(Edition edition) {
    String json = Json.write(edition.toJson());
    boolean large = json.getBytes(StandardCharsets.UTF_8).length > MAX_PACKED;
    if (large && Packed.pack(json).length > MAX_PACKED) {
      throw Failure.of(Failure.Kind.TOO_LARGE, "All texts of the page together are too long.");
    }
    return edition;
  }
}
