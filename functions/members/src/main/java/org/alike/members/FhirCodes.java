package org.alike.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alike.kernel.Json;
import org.alike.vocabulary.Concept;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * Terms as FHIR R4 has them: the vocabulary's codes under the addresses that HL7 gives their
 * systems (terminologies.html of R4, and terminology.hl7.org), our own id, and the name as text.
 * Pure; thread-safe.
 */
final class FhirCodes {
  /**
   * A code system.
   *
   * @param address as FHIR names it
   * @param prefix what its codes begin with there
   */
  private record CodeSystem(String address, String prefix) {}

  private static final Map<String, CodeSystem> SYSTEMS =
      Map.of(
          "ICD-10", new CodeSystem("http://hl7.org/fhir/sid/icd-10", ""),
          "RxNorm", new CodeSystem("http://www.nlm.nih.gov/research/umls/rxnorm", ""),
          "DOID", new CodeSystem("http://purl.obolibrary.org/obo/doid.owl", "DOID:"),
          "MONDO", new CodeSystem("http://purl.obolibrary.org/obo/mondo.owl", "MONDO:"),
          "HPO", new CodeSystem("http://human-phenotype-ontology.org", ""),
          "OMIM", new CodeSystem("http://www.omim.org", ""),
          "Orphanet", new CodeSystem("http://www.orpha.net", ""),
          "MeSH", new CodeSystem("urn:oid:2.16.840.1.113883.6.177", ""));

  private final Vocabulary vocabulary;

  FhirCodes(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** The term as a CodeableConcept; words as typed are text alone. */
  Map<String, Object> concept(Kind kind, Term term) {
    return term.known()
        .flatMap(id -> vocabulary.find(kind, id))
        .map(FhirCodes::coded)
        .orElseGet(() -> Json.of("text", words(kind, term)));
  }

  /** How the term is called. */
  String words(Kind kind, Term term) {
    return term.known()
        .flatMap(id -> vocabulary.find(kind, id))
        .map(Concept::label)
        .or(term::typed)
        .or(term::known)
        .orElseThrow();
  }

  private static Map<String, Object> coded(Concept concept) {
    List<Map<String, Object>> codings = new ArrayList<>();
    concept
        .codes()
        .forEach(
            (system, code) -> {
              CodeSystem known = SYSTEMS.get(system);
              if (known != null) {
                codings.add(Json.of("system", known.address(), "code", known.prefix() + code));
              }
            });
    String own = "urn:alike:vocabulary:" + concept.kind().name().toLowerCase(Locale.ROOT);
    codings.add(Json.of("system", own, "code", concept.id(), "display", concept.name()));
    return Json.of("coding", codings, "text", concept.label());
  }

  /** A single code. */
  static Map<String, Object> code(String system, String code, String text) {
    return Json.of("coding", List.of(Json.of("system", system, "code", code)), "text", text);
  }
}
