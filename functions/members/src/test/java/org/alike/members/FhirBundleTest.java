package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** The bundle, read and judged by HL7's definitions as HAPI FHIR ships them. */
class FhirBundleTest {
  private static final FhirContext R4 = FhirContext.forR4();
  private static final FhirValidator JUDGE = judge();
  private final House house = new House();
  private final String id = house.join(house.maria());

  private Reply export() {
    return house.send(
        HttpCall.of("GET /me/export").as(id).header("accept", "application/fhir+json"));
  }

  private void tell(String patch) {
    Reply reply =
        house.send(
            HttpCall.of("PATCH /me")
                .as(id)
                .header("if-match", "\"1\"")
                .body("application/json", patch));
    assertThat(reply.status()).isEqualTo(200);
  }

  private void tellEverything() {
    tell(
        """
        {"conditions":[{"typed":"ALS","firstSymptoms":2019,"diagnosed":2020,"stage":"bulbar"},{"typed":"zorgle"}],
         "symptoms":[{"typed":"muscle weakness","severity":"severe","since":2019},{"typed":"nausea","severity":"none"},
                     {"typed":"fatigue","severity":"mild"},{"typed":"pain in my hand","severity":"moderate"},{"typed":"cough"}],
         "treatments":[{"typed":"riluzole","use":"current","outcome":"helped","sideEffects":[{"typed":"nausea"},{"typed":"blarg"}]},
                       {"typed":"massage","use":"past","outcome":"no-change"},{"typed":"yoga","outcome":"worse"},
                       {"typed":"edaravone","outcome":"too-early"},{"typed":"plonk"}],
         "sex":"female","country":"DE","region":"Bavaria","languages":["de","en"],"about":"secret words"}
        """);
  }

  @Test
  void bundle_isValid_whenEverythingWasTold() {
    tellEverything();
    assertValid(export());
  }

  @Test
  void bundle_isValid_whenHardlyAnythingWasTold() {
    tell("{\"birthYear\":null,\"symptoms\":null}");
    assertValid(export());
  }

  @Test
  void bundle_saysWhatWasTold() {
    tellEverything();
    List<Resource> resources = parse(export());

    Patient patient = first(resources, Patient.class);
    assertThat(patient.getGender()).isEqualTo(AdministrativeGender.FEMALE);
    assertThat(patient.getBirthDateElement().getValueAsString()).isEqualTo("1970");
    assertThat(patient.getAddressFirstRep().getCountry()).isEqualTo("DE");
    assertThat(patient.getCommunication()).hasSize(2);
    assertThat(patient.hasTelecom() || patient.hasIdentifier()).isFalse();

    Condition condition = first(resources, Condition.class);
    assertThat(condition.getCode().getText()).isEqualTo("Amyotrophic Lateral Sclerosis (ALS)");
    assertThat(condition.getCode().getCoding())
        .extracting(Coding::getSystem, Coding::getCode)
        .contains(
            tuple("http://hl7.org/fhir/sid/icd-10", "G12.2"),
            tuple("http://purl.obolibrary.org/obo/doid.owl", "DOID:332"),
            tuple("urn:alike:vocabulary:condition", "amyotrophic-lateral-sclerosis"));
    assertThat(condition.getOnsetDateTimeType().getValueAsString()).isEqualTo("2019");
    assertThat(condition.getStageFirstRep().getSummary().getText()).isEqualTo("bulbar");

    MedicationStatement riluzole = first(resources, MedicationStatement.class);
    assertThat(riluzole.getStatus().toCode()).isEqualTo("active");
    assertThat(riluzole.getNote())
        .extracting(note -> note.getText())
        .containsExactly("It helped.", "Side effect: Nausea", "Side effect: blarg");

    Observation weakness = first(resources, Observation.class);
    assertThat(weakness.getValueCodeableConcept().getText()).isEqualTo("Severe");
    assertThat(weakness.getEffectivePeriod().getStartElement().getValueAsString())
        .isEqualTo("2019");
    assertThat(weakness.getSubject().getReference()).isEqualTo("urn:uuid:" + id);
  }

  @Test
  void bundle_holdsNeitherAddressNorPosts() {
    tellEverything();
    assertThat(export().body()).doesNotContain("example.org", "secret words");
  }

  private static List<Resource> parse(Reply reply) {
    assertThat(reply.header("content-type")).startsWith("application/fhir+json");
    Bundle bundle =
        R4.newJsonParser()
            .setParserErrorHandler(new StrictErrorHandler())
            .parseResource(Bundle.class, reply.body());
    return bundle.getEntry().stream().map(Bundle.BundleEntryComponent::getResource).toList();
  }

  private static <R extends Resource> R first(List<Resource> resources, Class<R> type) {
    return resources.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
  }

  @Test
  void judge_findsWhatIsWrong() {
    tellEverything();

    assertThat(errors(export().body().replace("\"active\"", "\"eager\""))).isNotEmpty();
    assertThat(errors(export().body().replace("\"birthDate\"", "\"born\""))).isNotEmpty();
    assertThat(errors(export().body().replace("\"subject\"", "\"who\""))).isNotEmpty();
  }

  private static void assertValid(Reply reply) {
    parse(reply);
    assertThat(errors(reply.body())).isEmpty();
  }

  private static List<String> errors(String bundle) {
    return JUDGE.validateWithResult(bundle).getMessages().stream()
        .filter(m -> m.getSeverity().compareTo(ResultSeverityEnum.WARNING) > 0)
        .map(SingleValidationMessage::toString)
        .toList();
  }

  private static FhirValidator judge() {
    FhirInstanceValidator instance =
        new FhirInstanceValidator(
            new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4),
                new InMemoryTerminologyServerValidationSupport(R4)));
    return R4.newValidator().registerValidatorModule(instance);
  }
}
