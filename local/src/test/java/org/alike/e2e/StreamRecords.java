package org.alike.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.alike.kernel.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items of a feature's table as its stream told them when they were new, to be told again.
 *
 * @param feature as functions are called after it
 * @param records in the form that a publisher takes them
 */
record StreamRecords(String feature, List<Map<String, Object>> records) {
  private static final int BATCH = 50;

  /** What is in the table now. */
  static StreamRecords of(Community community, String feature) {
    List<Map<String, Object>> records = new ArrayList<>();
    for (Map<String, AttributeValue> item :
        community.dynamo().scanPaginator(scan -> scan.tableName(feature + "Table")).items()) {
      Map<String, Object> image = new TreeMap<>();
      item.forEach((name, value) -> image.put(name, wire(value)));
      Map<String, Object> change =
          Json.of("SequenceNumber", Integer.toString(records.size()), "NewImage", image);
      records.add(
          Json.of("eventName", "INSERT", "eventSource", "aws:dynamodb", "dynamodb", change));
    }
    return new StreamRecords(feature, records);
  }

  StreamRecords shuffled(Random random) {
    List<Map<String, Object>> shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled, random);
    return new StreamRecords(feature, shuffled);
  }

  /** Hands them to the feature's publisher again. */
  void publish(Community community) throws InterruptedException, JsonProcessingException {
    for (int from = 0; from < records.size(); from += BATCH) {
      int to = Math.min(records.size(), from + BATCH);
      Map<String, Object> batch = Json.of("Records", records.subList(from, to));
      community
          .stack()
          .invoke(feature + "Publisher", new ObjectMapper().readTree(Json.write(batch)));
    }
  }

  private static Map<String, Object> wire(AttributeValue value) {
    return switch (value.type()) {
      case S -> Map.of("S", value.s());
      case N -> Map.of("N", value.n());
      case BOOL -> Map.of("BOOL", value.bool());
      case B -> Map.of("B", Base64.getEncoder().encodeToString(value.b().asByteArray()));
      case L -> Map.of("L", value.l().stream().map(StreamRecords::wire).toList());
      case M -> {
        Map<String, Object> map = new TreeMap<>();
        value.m().forEach((name, each) -> map.put(name, wire(each)));
        yield Map.of("M", map);
      }
      default -> throw new IllegalArgumentException(value.type().name());
    };
  }
}
