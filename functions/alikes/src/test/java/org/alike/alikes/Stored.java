package org.alike.alikes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.vocabulary.Vocabulary;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The functions over a table of a real engine. */
final class Stored {
  private static final String COHORT = "COHORT#";

  private Stored() {}

  static AlikesSubscriber subscriber(DynamoDbClient client, String name, Clock clock) {
    DynamoTable table = new DynamoTable(client, name, clock);
    return new AlikesSubscriber(
        new DynamoMemberStore(table, clock),
        new DynamoPartingStore(table),
        new DynamoCohortStore(table),
        Vocabulary.standard(),
        clock);
  }

  static AlikesFunction function(DynamoDbClient client, String name, Clock clock) {
    DynamoTable table = new DynamoTable(client, name, clock);
    return new AlikesFunction(
        new DynamoMemberStore(table, clock),
        new DynamoCohortStore(table),
        Vocabulary.standard(),
        () -> new byte[32],
        clock);
  }

  /** Another table with the same items. */
  static String copy(String table) {
    String copy = EmbeddedDynamo.newTable();
    EmbeddedDynamo.items(table)
        .forEach(item -> EmbeddedDynamo.client().putItem(put -> put.tableName(copy).item(item)));
    return copy;
  }

  /**
   * What a table says: items as they are, but of a cohort the rows, whichever of them are in the
   * log by chance and which in a segment, and nothing of how it came to be. No mark or segment may
   * be left behind.
   */
  static List<String> content(String table, Clock clock) {
    List<String> content = new ArrayList<>();
    Set<String> cohorts = new TreeSet<>();
    Set<String> segments = new TreeSet<>();
    for (Map<String, AttributeValue> item : EmbeddedDynamo.items(table)) {
      String partition = text(item, "pk");
      if (partition.startsWith(COHORT)) {
        cohorts.add(partition.substring(COHORT.length()));
        assertThat(item.get("gone")).as("mark").isNotEqualTo(AttributeValue.fromBool(true));
      } else if (partition.startsWith("SEGMENT#")) {
        segments.add(partition);
      } else {
        content.add(new TreeMap<>(item).toString());
      }
    }
    DynamoCohortStore store =
        new DynamoCohortStore(new DynamoTable(EmbeddedDynamo.client(), table, clock));
    Set<String> named = new TreeSet<>();
    for (String cohort : cohorts) {
      store
          .read(cohort)
          .manifest()
          .segments()
          .forEach(segment -> named.add("SEGMENT#" + cohort + "#" + segment.id()));
      List<Row> rows = cohorts(EmbeddedDynamo.client(), table, clock).cohort(cohort).rows();
      if (!rows.isEmpty()) {
        content.add(cohort + " " + HexFormat.of().formatHex(PackedRows.pack(rows)));
      }
    }
    assertThat(segments).as("segments and those that manifests name").isEqualTo(named);
    content.sort(Comparator.naturalOrder());
    return content;
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return item.getOrDefault(name, AttributeValue.fromS("")).s();
  }

  static Cohorts cohorts(DynamoDbClient client, String name, Clock clock) {
    return new Cohorts(
        new DynamoCohortStore(new DynamoTable(client, name, clock)),
        new Hierarchy(Vocabulary.standard()));
  }
}
