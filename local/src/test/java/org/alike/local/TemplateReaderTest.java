package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateReaderTest {
  private final Path folder;

  TemplateReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void template_isUnderstoodAsAWhole() {
    Template template =
        Toy.template(Map.of("Stage", "local", "TokenIssuer", "http://i", "TokenAudience", "me"));

    Template.Table table = template.tables().get(0);
    assertThat(table.key()).isEqualTo(new Template.Key("pk", "sk"));
    assertThat(table.indexes()).extracting(Template.Index::name).containsExactly("byColour");
    assertThat(table.stream()).isTrue();
    assertThat(table.expiryAttribute()).isEqualTo("expires");
    assertThat(template.function("EchoFunction").environment())
        .containsEntry("STAGE", "local")
        .containsEntry("TABLE", "ThingsTable")
        .containsEntry("BUS", "Bus")
        .containsEntry("API_URL", "http://localhost:1")
        .containsEntry("PAIR", "a-local");
    assertThat(template.mappings().get(0).table()).isEqualTo("ThingsTable");
    assertThat(template.mappings().get(0).function()).isEqualTo("StreamFunction");
    assertThat(template.mappings().get(0).onFailure()).isEqualTo("Failures");
    assertThat(template.rules()).extracting(Template.Rule::name).containsExactly("BusFunctionRed");
    assertThat(template.schedules())
        .extracting(Template.Schedule::expression)
        .containsExactly("rate(1 day)");
  }

  @Test
  void routes_getTheDefaultAuthorizer_unlessTheySayNone() {
    List<Template.Route> routes = Toy.template(Map.of()).api().routes();

    assertThat(routes)
        .filteredOn(route -> route.authorizer() != null)
        .extracting(Template.Route::key)
        .containsExactly("GET /me");
  }

  @Test
  void conditions_chooseTheIssuerAndTheOrigins() {
    Template own = Toy.template(Map.of());
    Template other =
        Toy.template(Map.of("TokenIssuer", "http://i", "TokenAudience", "me", "Extra", "http://e"));

    assertThat(own.api().authorizers())
        .containsValue(
            new Template.Authorizer(
                "MemberAuthorizer",
                "https://cognito-idp.eu-central-1.amazonaws.com/Pool",
                List.of("Pool")));
    assertThat(other.api().authorizers().get("MemberAuthorizer"))
        .isEqualTo(new Template.Authorizer("MemberAuthorizer", "http://i", List.of("me")));
    assertThat(own.api().cors().origins()).containsExactly("https://site.example");
    assertThat(other.api().cors().origins()).containsExactly("https://site.example", "http://e");
  }

  @Test
  void otherApi_bringsItsRulesForItsPaths() {
    Template.Api api =
        TemplateReader.read(
                Path.of("../template.yaml"),
                Map.of(),
                Map.of("Api.ApiEndpoint", "http://localhost:1"))
            .api();

    assertThat(api.cors("/f/{form}").origins()).containsExactly("*");
    assertThat(api.cors("/me").origins()).doesNotContain("*").isNotEmpty();
  }

  @Test
  void projectsOwnTemplate_isUnderstood() {
    Template template =
        TemplateReader.read(
            Path.of("../template.yaml"), Map.of(), Map.of("Api.ApiEndpoint", "http://localhost:1"));

    assertThat(template.functions())
        .hasSameSizeAs(
            TemplateYaml.resources(
                TemplateYaml.read(Path.of("../template.yaml")), "AWS::Serverless::Function"));
    assertThat(template.tables()).hasSize(6);
    assertThat(template.buckets()).extracting(Template.Bucket::name).containsExactly("FormsFiles");
    assertThat(template.mappings()).hasSize(6);
    assertThat(template.function("MembersMailer").environment())
        .containsEntry("API_URL", "http://localhost:1");
  }

  @Test
  void makefile_buildsEveryFunction() throws IOException {
    Template template =
        TemplateReader.read(
            Path.of("../template.yaml"), Map.of(), Map.of("Api.ApiEndpoint", "http://localhost:1"));
    List<String> words = List.of(Files.readString(Path.of("../Makefile")).split("\\s+"));

    assertThat(words).containsAll(template.functions().keySet());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Resources: | Resources:~  Topic: {Type: AWS::SNS::Topic} | is a AWS::SNS::Topic",
        "!Ref ThingsTable | !Ref Nowhere | refers to Nowhere",
        "!Join ['-', [a, !Ref Stage]] | !Base64 toy | Fn::Base64",
        "Type: EventBridgeRule | Type: S3 | an event the local stack does not know",
        "Handler: org.alike.local.ToyFunction | Memory: 3 | does not know",
        "Condition: OwnSignIn | Condition: Nobody | no condition Nobody",
      })
  void template_isRefusedInOneLine_whenItHoldsSomethingUnknown(
      String old, String fresh, String words) throws IOException {
    String text = Files.readString(Toy.TEMPLATE);
    Path file = folder.resolve("template.yaml");
    Files.writeString(file, text.replace(old, fresh.replace('~', '\n')));

    assertThatThrownBy(() -> TemplateReader.read(file, Map.of(), Map.of()))
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining(words);
  }

  @Test
  void template_isRefusedWithItsLine_whenItIsNoYaml() throws IOException {
    Path file = folder.resolve("template.yaml");
    Files.writeString(file, "Resources:\n  A: [\n");

    assertThatThrownBy(() -> TemplateReader.read(file, Map.of(), Map.of()))
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining("line 3");
  }
}
