package org.alike.content;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Failure;
import org.alike.kernel.Fields;
import org.alike.kernel.Json;
import org.alike.kernel.Texts;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Resolution;
import org.alike.vocabulary.Vocabulary;

/**
 * What an editor's JSON must keep to for becoming a {@link Manuscript}. Every broken rule is told,
 * each with a JSON pointer to where it was broken. Thread-safe.
 */
final class ManuscriptRules {
  /** The whole of it, as JSON. */
  static final int MAX_BYTES = 200 * 1024;

  private static final int MAX_ITEMS = 40;
  private static final int MAX_VARIANTS = 20;
  private static final int MAX_NAME = 150;
  private final Vocabulary vocabulary;

  ManuscriptRules(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Reads a manuscript.
   *
   * @throws Failure INVALID with every broken rule, TOO_LARGE for more than {@link #MAX_BYTES}
   */
  Manuscript read(Map<String, Object> json) {
    if (Json.write(json).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw Failure.of(Failure.Kind.TOO_LARGE, "A page may have 200 KB at most.");
    }
    Fields fields = Fields.of(json);
    List<String> names = list(fields, "alsoKnownAs");
    List<String> covers = list(fields, "covers");
    concept(fields).ifPresent(concept -> checkNames(fields, concept, names, covers));
    checkIds(fields, "symptoms", Kind.SYMPTOM);
    checkIds(fields, "treatments", Kind.TREATMENT);
    Set<String> sources = sources(fields);
    new VariantRules(sources).check(fields, fields.objects("variants", 1, MAX_VARIANTS));
    fields.end();
    return ManuscriptJson.read(json);
  }

  /** A text on one line. */
  static String line(Fields fields, String name, int max) {
    String text = fields.text(name, 1, max);
    if (!Texts.storableLine(text)) {
      fields.reject(name, "one-line", "This must be on one line.");
    }
    return text;
  }

  /** Names or ids: on one line, none of them empty, none twice. */
  static List<String> list(Fields fields, String name) {
    List<String> texts = fields.texts(name, MAX_ITEMS, MAX_NAME);
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).isEmpty() || !Texts.storableLine(texts.get(i))) {
        fields.reject(name + "/" + i, "one-line", "This must be a text on one line.");
      } else if (texts.indexOf(texts.get(i)) < i) {
        fields.reject(name + "/" + i, "twice", "This is in the list twice.");
      }
    }
    return texts;
  }

  private Optional<Concept> concept(Fields fields) {
    String slug = fields.text("slug", 1, MAX_NAME);
    Optional<Concept> concept =
        vocabulary.find(Kind.CONDITION, slug).filter(found -> !found.category());
    if (concept.isEmpty() && !slug.isEmpty()) {
      fields.reject("slug", "unknown", "This is not a condition of the vocabulary.");
    }
    return concept;
  }

  /** A name shown on the page must lead back to it, so that nobody learns a name we don't know. */
  private void checkNames(Fields fields, Concept concept, List<String> names, List<String> covers) {
    Set<String> above = vocabulary.withAncestors(Kind.CONDITION, concept.id());
    for (int i = 0; i < covers.size(); i++) {
      if (!above.contains(covers.get(i)) || covers.get(i).equals(concept.id())) {
        fields.reject("covers/" + i, "unknown", "This is not a more general condition.");
      }
    }
    for (int i = 0; i < names.size(); i++) {
      if (!(vocabulary.resolve(Kind.CONDITION, names.get(i)) instanceof Resolution.Found found)
          || !(found.concept().id().equals(concept.id())
              || covers.contains(found.concept().id()))) {
        fields.reject("alsoKnownAs/" + i, "ambiguous", "This does not mean this condition alone.");
      }
    }
  }

  private void checkIds(Fields fields, String name, Kind kind) {
    List<String> ids = list(fields, name);
    for (int i = 0; i < ids.size(); i++) {
      if (vocabulary.find(kind, ids.get(i)).isEmpty()) {
        fields.reject(name + "/" + i, "unknown", "The vocabulary has no such id.");
      }
    }
  }

  private static Set<String> sources(Fields fields) {
    Set<String> ids = new HashSet<>();
    for (Fields source : fields.objects("sources", 1, MAX_ITEMS)) {
      String id = source.text("id", 1, MAX_ITEMS);
      if (!id.isEmpty() && !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
        source.reject("id", "shape", "Small letters, digits and hyphens, please.");
      }
      if (!id.isEmpty() && !ids.add(id)) {
        source.reject("id", "twice", "Another source has this id.");
      }
      line(source, "title", 300);
      line(source, "publisher", 200);
      String url = source.text("url", 1, 1_000);
      if (!url.isEmpty() && !isSecureAddress(url)) {
        source.reject("url", "address", "This must be an address that begins with https://.");
      }
    }
    return ids;
  }

  private static boolean isSecureAddress(String text) {
    try {
      URI address = URI.create(text);
      return "https".equals(address.getScheme()) && address.getHost() != null;
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}
