package org.alike.local;

import static org.alike.local.TemplateYaml.list;
import static org.alike.local.TemplateYaml.map;
import static org.alike.local.TemplateYaml.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the template must hold to and the linters do not check. */
class TemplateRulesTest {
  private static final String FUNCTION = "AWS::Serverless::Function";

  /** Everything that a stranger may call. A new public route has to be added here on purpose. */
  private static final Set<String> PUBLIC_ROUTES =
      Set.of(
          "POST /",
          "POST /api/v1/form/{form}",
          "POST /f/{form}",
          "POST /p/{project}/f/{form}",
          "POST /s/{form}",
          "POST /submit",
          "POST /f/{form}/partials",
          "GET /partials/{token}",
          "PUT /partials/{token}",
          "DELETE /partials/{token}",
          "POST /partials/{token}",
          "GET /receipts/{token}",
          "PATCH /receipts/{token}",
          "DELETE /receipts/{token}",
          "POST /receipts/{token}",
          "GET /receipts/{token}/thanks",
          "DELETE /receipts/{token}/link",
          "POST /receipts/{token}/link",
          "GET /subscriptions/{token}",
          "POST /subscriptions/{token}",
          "DELETE /subscriptions/{token}",
          "GET /api/v1/form/{form}/signFile",
          "GET /f/{form}/signFile",
          "POST /f/{form}/uploads",
          "GET /confirmations/{token}",
          "POST /confirmations/{token}",
          "POST /confirmations",
          "GET /conditions",
          "GET /conditions/{slug}",
          "GET /conditions/{slug}/alikes",
          "GET /conditions/{slug}/discussions",
          "GET /conditions/{slug}/insights",
          "GET /discussions",
          "GET /discussions/{id}",
          "GET /discussions/{id}/replies",
          "GET /pages/{slug}",
          "GET /robots.txt",
          "GET /sitemap.xml",
          "GET /search",
          "GET /vocabulary",
          "GET /vocabulary/meaning",
          "POST /wisdom/answers");

  private final Map<String, Object> template = TemplateYaml.read(Path.of("../template.yaml"));

  @Test
  void routes_haveAnAuthorizer_unlessNamedPublic() {
    Set<String> open = new TreeSet<>();
    functions()
        .forEach(
            (id, function) ->
                map(function, "Properties", "Events")
                    .values()
                    .forEach(event -> addIfOpen(open, object(event))));

    assertThat(open).isEqualTo(new TreeSet<>(PUBLIC_ROUTES));
    assertThat(map(template, "Resources", "Api", "Properties", "Auth"))
        .containsEntry("DefaultAuthorizer", "MemberAuthorizer");
  }

  /** ANY routes answer 405 and $default 404, to anybody; the code has no action behind them. */
  private static void addIfOpen(Set<String> open, Map<String, Object> event) {
    Map<String, Object> properties = map(event, "Properties");
    boolean http = "HttpApi".equals(event.get("Type"));
    String method = String.valueOf(properties.getOrDefault("Method", "ANY"));
    boolean none = TemplateYaml.isOpen(properties);
    if (http && none && !method.equals("ANY")) {
      open.add(method + " " + properties.get("Path"));
    }
  }

  @Test
  void policies_nameActionsAndResources_withoutAnyWildcard() {
    List<String> wild = new ArrayList<>();
    functions()
        .forEach(
            (id, function) -> {
              for (Object policy :
                  list(map(function, "Properties").getOrDefault("Policies", List.of()))) {
                for (Object statement : list(object(policy).getOrDefault("Statement", List.of()))) {
                  String text =
                      object(statement).get("Action") + " " + object(statement).get("Resource");
                  if (withoutPrefixes(text).contains("*")
                      || object(statement).get("Resource") == null) {
                    wild.add(id + " " + text);
                  }
                }
              }
            });

    assertThat(wild).isEmpty();
  }

  /** Objects are named by the function; a template can name the place where they lie. */
  private static String withoutPrefixes(String text) {
    return text.replaceAll("\\$\\{\\w+\\.Arn}/\\w+/\\*", "objects");
  }

  @Test
  void buckets_arePrivateEncryptedKeptAndForgetful() {
    Map<String, Map<String, Object>> buckets = TemplateYaml.resources(template, "AWS::S3::Bucket");
    assertThat(buckets).hasSize(1);
    buckets.forEach(
        (id, bucket) -> {
          Map<String, Object> properties = map(bucket, "Properties");
          assertThat(bucket).as(id).containsEntry("DeletionPolicy", "Retain");
          assertThat(map(properties, "PublicAccessBlockConfiguration").values())
              .as(id)
              .hasSize(4)
              .containsOnly(true);
          assertThat(map(properties, "BucketEncryption")).as(id).isNotEmpty();
          for (Object rule :
              list(map(properties, "LifecycleConfiguration").getOrDefault("Rules", List.of()))) {
            assertThat(object(rule)).as(id).containsKeys("Prefix", "ExpirationInDays");
          }
          assertThat(String.valueOf(TemplateYaml.resources(template, "AWS::S3::BucketPolicy")))
              .as(id)
              .contains("aws:SecureTransport")
              .contains("!Ref=" + id);
        });
  }

  @Test
  void features_touchTheirOwnTableOnly() {
    functions()
        .forEach(
            (id, function) -> {
              String feature =
                  String.valueOf(map(function, "Properties").get("Handler")).split("\\.", -1)[2];
              String policies = String.valueOf(map(function, "Properties").get("Policies"));
              for (String table :
                  TemplateYaml.resources(template, "AWS::DynamoDB::Table").keySet()) {
                if (policies.contains(table)) {
                  assertThat(table.toLowerCase(Locale.ROOT)).as(id).startsWith(feature);
                }
              }
            });
  }

  @Test
  void functions_sayRuntimeMemoryTimeoutSnapshotAndLogGroup() {
    Map<String, Object> globals = map(template, "Globals", "Function");
    assertThat(globals)
        .containsEntry("Runtime", "java25")
        .containsEntry("AutoPublishAlias", "live")
        .containsKeys("MemorySize", "Timeout", "Architectures");
    assertThat(map(globals, "SnapStart")).containsEntry("ApplyOn", "PublishedVersions");

    functions()
        .forEach(
            (id, function) -> {
              assertThat(map(function, "Metadata")).as(id).containsEntry("BuildMethod", "makefile");
              Object group = map(function, "Properties", "LoggingConfig").get("LogGroup");
              assertThat(group).as(id).isEqualTo(Map.of("!Ref", id + "Log"));
            });
  }

  @Test
  void logGroups_keepForALimitedTime() {
    TemplateYaml.resources(template, "AWS::Logs::LogGroup")
        .forEach(
            (id, group) ->
                assertThat(map(group, "Properties")).as(id).containsKey("RetentionInDays"));
  }

  @Test
  void tables_areEncryptedRecoverableProtectedAndKept() {
    Map<String, Map<String, Object>> tables =
        TemplateYaml.resources(template, "AWS::DynamoDB::Table");
    assertThat(tables).hasSize(6);
    tables.forEach(
        (id, table) -> {
          Map<String, Object> properties = map(table, "Properties");
          assertThat(table)
              .as(id)
              .containsEntry("DeletionPolicy", "Retain")
              .containsEntry("UpdateReplacePolicy", "Retain");
          assertThat(properties)
              .as(id)
              .containsEntry("BillingMode", "PAY_PER_REQUEST")
              .containsEntry("DeletionProtectionEnabled", true);
          assertThat(map(properties, "SSESpecification")).as(id).containsEntry("SSEEnabled", true);
          assertThat(map(properties, "PointInTimeRecoverySpecification"))
              .as(id)
              .containsEntry("PointInTimeRecoveryEnabled", true);
          assertThat(map(properties, "TimeToLiveSpecification"))
              .as(id)
              .containsEntry("AttributeName", "expires");
        });
  }

  @Test
  void streams_retryWithinBoundsBisectAndEndInTheFailureDestination() {
    Map<String, Map<String, Object>> mappings =
        TemplateYaml.resources(template, "AWS::Lambda::EventSourceMapping");
    assertThat(mappings).hasSize(6);
    mappings.forEach(
        (id, mapping) -> {
          Map<String, Object> properties = map(mapping, "Properties");
          assertThat(properties)
              .as(id)
              .containsEntry("BisectBatchOnFunctionError", true)
              .containsEntry("FunctionResponseTypes", List.of("ReportBatchItemFailures"));
          assertThat((Integer) properties.get("MaximumRetryAttempts")).as(id).isBetween(1, 100);
          assertThat((Integer) properties.get("MaximumRecordAgeInSeconds")).as(id).isPositive();
          assertThat(map(properties, "DestinationConfig", "OnFailure")).as(id).isNotEmpty();
        });
  }

  @Test
  void rules_retryWithinBoundsAndEndInTheFailureDestination() {
    functions()
        .forEach(
            (id, function) ->
                map(function, "Properties", "Events")
                    .forEach(
                        (name, event) -> {
                          if ("EventBridgeRule".equals(object(event).get("Type"))) {
                            Map<String, Object> rule = map(object(event), "Properties");
                            assertThat(rule).as(id).containsKeys("RetryPolicy", "DeadLetterConfig");
                            assertThat(
                                    map(
                                        function,
                                        "Properties",
                                        "EventInvokeConfig",
                                        "DestinationConfig",
                                        "OnFailure"))
                                .as(id)
                                .isNotEmpty();
                          }
                        }));
  }

  @Test
  void api_logsRoutesButNoPaths_andThrottles() {
    Map<String, Object> api = map(template, "Resources", "Api", "Properties");
    String format = String.valueOf(map(api, "AccessLogSettings").get("Format"));

    assertThat(format).contains("$context.routeKey").doesNotContain("$context.path");
    assertThat(map(api, "DefaultRouteSettings"))
        .containsKeys("ThrottlingBurstLimit", "ThrottlingRateLimit");
  }

  @Test
  void environments_holdNoSecret() {
    functions()
        .forEach(
            (id, function) ->
                assertThat(map(function, "Properties", "Environment", "Variables").keySet())
                    .as(id)
                    .isSubsetOf(
                        "TABLE",
                        "FILES",
                        "BUS",
                        "SITE_URL",
                        "API_URL",
                        "MAIL_FROM",
                        "STAGE",
                        "MINIMUM_AGE",
                        "CONSENT_VERSIONS",
                        "CLOSE_POINTS",
                        "SUBMISSIONS_PER_NETWORK",
                        "WEBHOOKS_TO_LOOPBACK"));
  }

  private Map<String, Map<String, Object>> functions() {
    return TemplateYaml.resources(template, FUNCTION);
  }
}
