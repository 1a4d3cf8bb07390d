package org.alike.local;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** Brings a database up to the template: makes missing tables and indexes, and sets expiry. */
final class Tables {
  private static final Projection EVERYTHING =
      Projection.builder().projectionType(ProjectionType.ALL).build();

  private final DynamoDbClient database;

  Tables(DynamoDbClient database) {
    this.database = database;
  }

  /** The names of the tables that had to be made. */
  List<String> create(List<Template.Table> tables) {
    Set<String> existing = Set.copyOf(database.listTables().tableNames());
    for (Template.Table table : tables) {
      if (existing.contains(table.name())) {
        addIndexes(table);
      } else {
        database.createTable(request(table));
      }
      expire(table);
    }
    return tables.stream()
        .map(Template.Table::name)
        .filter(Predicate.not(existing::contains))
        .toList();
  }

  @Nullable String streamOf(String table) {
    return describe(table).latestStreamArn();
  }

  long count(String table) {
    return database.scan(scan -> scan.tableName(table).select("COUNT").limit(10_000)).count();
  }

  private static CreateTableRequest request(Template.Table table) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(attributes(table))
            .keySchema(schema(table.key()));
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(Tables::index).toList());
    }
    if (table.stream()) {
      request.streamSpecification(
          StreamSpecification.builder()
              .streamEnabled(true)
              .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)
              .build());
    }
    return request.build();
  }

  private void addIndexes(Template.Table table) {
    Set<String> existing =
        describe(table.name()).globalSecondaryIndexes().stream()
            .map(GlobalSecondaryIndexDescription::indexName)
            .collect(Collectors.toSet());
    for (Template.Index index : table.indexes()) {
      if (!existing.contains(index.name())) {
        CreateGlobalSecondaryIndexAction create =
            CreateGlobalSecondaryIndexAction.builder()
                .indexName(index.name())
                .keySchema(schema(index.key()))
                .projection(EVERYTHING)
                .build();
        database.updateTable(
            UpdateTableRequest.builder()
                .tableName(table.name())
                .attributeDefinitions(attributes(table))
                .globalSecondaryIndexUpdates(
                    List.of(GlobalSecondaryIndexUpdate.builder().create(create).build()))
                .build());
      }
    }
  }

  private void expire(Template.Table table) {
    String attribute = table.expiryAttribute();
    TimeToLiveStatus status =
        database
            .describeTimeToLive(describe -> describe.tableName(table.name()))
            .timeToLiveDescription()
            .timeToLiveStatus();
    if (attribute != null && status == TimeToLiveStatus.DISABLED) {
      database.updateTimeToLive(
          update ->
              update
                  .tableName(table.name())
                  .timeToLiveSpecification(ttl -> ttl.attributeName(attribute).enabled(true)));
    }
  }

  private TableDescription describe(String table) {
    return database.describeTable(describe -> describe.tableName(table)).table();
  }

  private static List<AttributeDefinition> attributes(Template.Table table) {
    Set<String> names = new LinkedHashSet<>();
    Stream.concat(Stream.of(table.key()), table.indexes().stream().map(Template.Index::key))
        .flatMap(key -> schema(key).stream())
        .forEach(part -> names.add(part.attributeName()));
    return names.stream()
        .map(
            name ->
                AttributeDefinition.builder()
                    .attributeName(name)
                    .attributeType(ScalarAttributeType.S)
                    .build())
        .toList();
  }

  private static GlobalSecondaryIndex index(Template.Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(schema(index.key()))
        .projection(EVERYTHING)
        .build();
  }

  private static List<KeySchemaElement> schema(Template.Key key) {
    KeySchemaElement partition = element(key.partition(), KeyType.HASH);
    return key.sort() == null
        ? List.of(partition)
        : List.of(partition, element(key.sort(), KeyType.RANGE));
  }

  private static KeySchemaElement element(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
