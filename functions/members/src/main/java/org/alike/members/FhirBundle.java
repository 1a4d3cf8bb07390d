package org.alike.members;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alike.kernel.Json;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * What a member told about their health as a FHIR R4 collection: the Patient, a Condition for each
 * condition, a MedicationStatement for each treatment and an Observation for each symptom. All of
 * it is the patient's own report and says so. Plain maps instead of a FHIR library, which would
 * cost every cold start; tests hold it against HL7's own definitions. Pure; thread-safe.
 *
 * @see <a href="https://hl7.org/fhir/R4/">HL7 FHIR R4</a>
 */
final class FhirBundle {
  private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
  private static final String ASSERTED =
      "http://hl7.org/fhir/StructureDefinition/condition-assertedDate";

  private final FhirCodes codes;

  FhirBundle(Vocabulary vocabulary) {
    this.codes = new FhirCodes(vocabulary);
  }

  /** The bundle as JSON. */
  Map<String, Object> of(Member member, Instant now) {
    Profile profile = member.profile();
    Map<String, Object> patient = Json.of("reference", "urn:uuid:" + member.id());
    List<Map<String, Object>> entries = new ArrayList<>();
    entries.add(entry(member.id(), FhirPatient.of(member)));
    profile.conditions().forEach(told -> add(entries, member, condition(told, patient)));
    profile.treatments().forEach(told -> add(entries, member, treatment(told, patient)));
    profile.symptoms().forEach(told -> add(entries, member, symptom(told, patient)));
    return Json.of(
        "resourceType",
        "Bundle",
        "type",
        "collection",
        "timestamp",
        now.toString(),
        "entry",
        entries);
  }

  private Map<String, Object> condition(Told<Course> told, Map<String, Object> patient) {
    Course course = told.details();
    return Json.of(
        "resourceType", "Condition",
        "extension",
            course
                .diagnosed()
                .map(year -> List.of(Json.of("url", ASSERTED, "valueDateTime", year.toString()))),
        "clinicalStatus", FhirCodes.code(TERMINOLOGY + "condition-clinical", "active", "Active"),
        "verificationStatus",
            FhirCodes.code(TERMINOLOGY + "condition-ver-status", "unconfirmed", "Self-reported"),
        "code", codes.concept(Kind.CONDITION, told.term()),
        "subject", patient,
        "onsetDateTime", course.firstSymptoms().map(String::valueOf),
        "asserter", patient,
        "stage", course.stage().map(stage -> List.of(Json.of("summary", Json.of("text", stage)))));
  }

  private Map<String, Object> treatment(Told<Experience> told, Map<String, Object> patient) {
    Experience experience = told.details();
    List<Map<String, Object>> notes = new ArrayList<>();
    experience.outcome().ifPresent(outcome -> notes.add(note(text(outcome), patient)));
    for (Term effect : experience.sideEffects()) {
      notes.add(note("Side effect: " + codes.words(Kind.SYMPTOM, effect), patient));
    }
    return Json.of(
        "resourceType",
        "MedicationStatement",
        "status",
        experience.use().map(FhirBundle::status).orElse("unknown"),
        "medicationCodeableConcept",
        codes.concept(Kind.TREATMENT, told.term()),
        "subject",
        patient,
        "informationSource",
        patient,
        "note",
        notes.isEmpty() ? null : notes);
  }

  private Map<String, Object> symptom(Told<Burden> told, Map<String, Object> patient) {
    Burden burden = told.details();
    return Json.of(
        "resourceType", "Observation",
        "status", "final",
        "category",
            List.of(FhirCodes.code(TERMINOLOGY + "observation-category", "survey", "Survey")),
        "code", codes.concept(Kind.SYMPTOM, told.term()),
        "subject", patient,
        "effectivePeriod", burden.since().map(year -> Json.of("start", year.toString())),
        "performer", List.of(patient),
        "valueCodeableConcept",
            burden
                .severity()
                .map(FhirBundle::severity)
                .orElseGet(() -> snomed("52101004", "Present")));
  }

  private static Map<String, Object> severity(Burden.Severity severity) {
    return switch (severity) {
      case NONE -> snomed("260413007", "None");
      case MILD -> snomed("255604002", "Mild");
      case MODERATE -> snomed("6736007", "Moderate");
      case SEVERE -> snomed("24484000", "Severe");
    };
  }

  private static Map<String, Object> snomed(String code, String text) {
    return FhirCodes.code("http://snomed.info/sct", code, text);
  }

  private static String status(Experience.Use use) {
    return switch (use) {
      case CURRENT -> "active";
      case PAST -> "completed";
    };
  }

  private static String text(Experience.Outcome outcome) {
    return switch (outcome) {
      case HELPED -> "It helped.";
      case NO_CHANGE -> "It changed nothing.";
      case WORSE -> "It made things worse.";
      case TOO_EARLY -> "It is too early to say whether it helps.";
    };
  }

  private static Map<String, Object> note(String text, Map<String, Object> patient) {
    return Json.of("authorReference", patient, "text", text);
  }

  /** The same resource has the same id in every copy, as long as its place in the list is. */
  private static void add(
      List<Map<String, Object>> entries, Member member, Map<String, Object> resource) {
    String name = member.id() + "/" + entries.size();
    entries.add(
        entry(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(), resource));
  }

  private static Map<String, Object> entry(String id, Map<String, Object> resource) {
    Map<String, Object> named = Json.of("resourceType", resource.get("resourceType"), "id", id);
    named.putAll(resource);
    return Json.of("fullUrl", "urn:uuid:" + id, "resource", named);
  }
}
