package org.alike.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * A real DynamoDB engine for store tests: DynamoDB Local inside this JVM, one for all tests, every
 * test with tables of its own. Where {@code AWS_ENDPOINT_URL_DYNAMODB} is set, that endpoint is
 * used instead. Thread-safe.
 */
public final class EmbeddedDynamo {
  private static final AtomicInteger TABLES = new AtomicInteger();

  private EmbeddedDynamo() {}

  /** An index of a table that a test makes. */
  public record IndexShape(String name, String partition, String sort) {}

  /** The client of the engine. */
  public static DynamoDbClient client() {
    return Engine.CLIENT;
  }

  /** Makes an empty table in the house's shape ({@code pk}, {@code sk}); returns its name. */
  public static String newTable(IndexShape... indexes) {
    String name = "Test" + ProcessHandle.current().pid() + "x" + TABLES.incrementAndGet();
    TreeSet<String> keys = new TreeSet<>(List.of("pk", "sk"));
    List<GlobalSecondaryIndex> secondary = new ArrayList<>();
    for (IndexShape index : indexes) {
      keys.add(index.partition());
      keys.add(index.sort());
      secondary.add(index(index));
    }
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(keys.stream().map(EmbeddedDynamo::text).toList())
            .keySchema(keys("pk", "sk"));
    if (!secondary.isEmpty()) {
      request.globalSecondaryIndexes(secondary);
    }
    client().createTable(request.build());
    return name;
  }

  /** Everything in a table, one line an item, sorted: for comparing whole tables. */
  public static List<String> dump(String table) {
    return items(table).stream().map(item -> new TreeMap<>(item).toString()).sorted().toList();
  }

  /** Every item of a table, in no order. */
  public static List<Map<String, AttributeValue>> items(String table) {
    return client().scanPaginator(scan -> scan.tableName(table)).items().stream().toList();
  }

  private static GlobalSecondaryIndex index(IndexShape index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keys(index.partition(), index.sort()))
        .projection(Projection.builder().projectionType(ProjectionType.ALL).build())
        .build();
  }

  private static List<KeySchemaElement> keys(String partition, String sort) {
    return List.of(
        KeySchemaElement.builder().attributeName(partition).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(sort).keyType(KeyType.RANGE).build());
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }
}
