package org.alike.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

class PermissionsTest {
  private static final String TABLE = "arn:local:T:Arn";

  @AfterEach
  void clear() {
    Permissions.clear();
  }

  @Test
  void request_isRefused_whenTheTemplateDoesNotAllowIt() {
    try (DynamoDbClient database = nowhere()) {
      Permissions.apply(function(permission("dynamodb:GetItem", TABLE)));

      assertThatThrownBy(() -> database.deleteItem(delete -> delete.tableName("T").key(item("a"))))
          .isInstanceOf(SdkClientException.class)
          .hasMessageContaining("does not let F call dynamodb:DeleteItem on " + TABLE);
      assertThatThrownBy(() -> database.getItem(get -> get.tableName("T").key(item("a"))))
          .hasMessageNotContaining("does not let");
    }
  }

  @Test
  void transaction_needsWhatItsPartsNeed() {
    TransactWriteItemsRequest request =
        TransactWriteItemsRequest.builder()
            .transactItems(
                TransactWriteItem.builder().put(put -> put.tableName("T").item(item("a"))).build(),
                TransactWriteItem.builder().update(u -> u.tableName("T").key(item("b"))).build(),
                TransactWriteItem.builder().delete(d -> d.tableName("T").key(item("b"))).build(),
                TransactWriteItem.builder().conditionCheck(c -> c.tableName("U")).build())
            .build();

    assertThat(Need.of("DynamoDb", "TransactWriteItems", request))
        .extracting(Need::action, Need::resource)
        .containsExactly(
            tuple("dynamodb:PutItem", TABLE),
            tuple("dynamodb:UpdateItem", TABLE),
            tuple("dynamodb:DeleteItem", TABLE),
            tuple("dynamodb:ConditionCheckItem", "arn:local:U:Arn"));
  }

  @Test
  void index_needsItsOwnResource() {
    QueryRequest request = QueryRequest.builder().tableName("T").indexName("byX").build();

    Need need = Need.of("DynamoDb", "Query", request).get(0);

    assertThat(need.isGrantedBy(permission("dynamodb:Query", TABLE))).isFalse();
    assertThat(need.isGrantedBy(permission("dynamodb:Query", TABLE + "/index/byX"))).isTrue();
  }

  @Test
  void conditions_narrowAPermission() {
    Template.Permission settings =
        new Template.Permission(
            Set.of("dynamodb:PutItem"),
            Set.of(TABLE),
            Map.of("dynamodb:LeadingKeys", List.of("SETTING")));
    Template.Permission bus =
        new Template.Permission(
            Set.of("events:PutEvents"),
            Set.of("arn:local:B:Arn"),
            Map.of("events:source", List.of("ours")));

    assertThat(put("SETTING").isGrantedBy(settings)).isTrue();
    assertThat(put("else").isGrantedBy(settings)).isFalse();
    assertThat(event("ours").isGrantedBy(bus)).isTrue();
    assertThat(event("theirs").isGrantedBy(bus)).isFalse();
  }

  private static Need put(String key) {
    PutItemRequest request = PutItemRequest.builder().tableName("T").item(item(key)).build();
    return Need.of("DynamoDb", "PutItem", request).get(0);
  }

  private static Need event(String source) {
    PutEventsRequestEntry entry =
        PutEventsRequestEntry.builder().eventBusName("B").source(source).build();
    PutEventsRequest request = PutEventsRequest.builder().entries(List.of(entry)).build();
    return Need.of("EventBridge", "PutEvents", request).get(0);
  }

  private static Template.Function function(Template.Permission permission) {
    return new Template.Function(
        "F", "H", Map.of(), Duration.ofSeconds(1), List.of(permission), 0, null);
  }

  private static Template.Permission permission(String action, String resource) {
    return new Template.Permission(Set.of(action), Set.of(resource), Map.of());
  }

  private static Map<String, AttributeValue> item(String key) {
    return Map.of("pk", AttributeValue.fromS(key));
  }

  private static DynamoDbClient nowhere() {
    return DynamoDbClient.builder()
        .endpointOverride(URI.create("http://127.0.0.1:1"))
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(c -> c.apiCallTimeout(Duration.ofSeconds(2)))
        .build();
  }
}
