package org.alike.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;

/**
 * One thing a request to AWS needs permission for.
 *
 * @param resource the resource, or null when it is not looked at here
 * @param context what a policy's conditions may ask about
 */
record Need(String action, @Nullable String resource, Map<String, String> context) {

  /** Everything a request needs; a transaction needs what its parts need. */
  static List<Need> of(String service, String operation, SdkRequest request) {
    if (request instanceof TransactWriteItemsRequest transaction) {
      return transaction.transactItems().stream().map(Need::write).toList();
    }
    if (request instanceof TransactGetItemsRequest transaction) {
      return transaction.transactItems().stream()
          .map(item -> onTable("GetItem", item.get().tableName()))
          .toList();
    }
    if (request instanceof PutEventsRequest events) {
      List<Need> needs = new ArrayList<>();
      events
          .entries()
          .forEach(
              entry ->
                  needs.add(
                      new Need(
                          "events:PutEvents",
                          "arn:local:" + entry.eventBusName() + ":Arn",
                          Map.of("events:source", entry.source()))));
      return needs;
    }
    return service.equals("DynamoDb")
        ? tables(request).map(table -> single(operation, table, request)).toList()
        : List.of(new Need(prefix(service) + ":" + operation, null, Map.of()));
  }

  boolean isGrantedBy(Template.Permission permission) {
    return permission.actions().contains(action)
        && (resource == null || permission.resources().contains(resource))
        && permission.conditions().entrySet().stream()
            .allMatch(c -> meets(c.getKey(), c.getValue()));
  }

  private boolean meets(String key, List<String> allowed) {
    String value = context.get(key);
    return value != null && allowed.contains(value);
  }

  private static Need single(String operation, String table, SdkRequest request) {
    if (request instanceof QueryRequest query && query.indexName() != null) {
      return new Need(
          "dynamodb:Query", "arn:local:" + table + ":Arn/index/" + query.indexName(), Map.of());
    }
    return request instanceof PutItemRequest put
        ? put(table, put.item())
        : onTable(operation, table);
  }

  private static Need write(TransactWriteItem item) {
    if (item.put() != null) {
      return put(item.put().tableName(), item.put().item());
    }
    if (item.update() != null) {
      return onTable("UpdateItem", item.update().tableName());
    }
    return item.delete() != null
        ? onTable("DeleteItem", item.delete().tableName())
        : onTable("ConditionCheckItem", item.conditionCheck().tableName());
  }

  private static Need put(String table, Map<String, AttributeValue> item) {
    AttributeValue partition = item.get("pk");
    Map<String, String> context =
        partition == null ? Map.of() : Map.of("dynamodb:LeadingKeys", partition.s());
    return new Need("dynamodb:PutItem", "arn:local:" + table + ":Arn", context);
  }

  private static Need onTable(String operation, String table) {
    return new Need("dynamodb:" + operation, "arn:local:" + table + ":Arn", Map.of());
  }

  private static Stream<String> tables(SdkRequest request) {
    if (request instanceof BatchGetItemRequest batch) {
      return batch.requestItems().keySet().stream();
    }
    if (request instanceof BatchWriteItemRequest batch) {
      return batch.requestItems().keySet().stream();
    }
    if (request instanceof ScanRequest scan) {
      return Stream.of(scan.tableName());
    }
    return request.getValueForField("TableName", String.class).stream();
  }

  private static String prefix(String service) {
    return service.equalsIgnoreCase("SESv2") ? "ses" : service.toLowerCase(Locale.ROOT);
  }
}
