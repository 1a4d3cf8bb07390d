package org.alike.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a query runs over: the table itself or one of its indexes.
 *
 * @param name the index's name; empty for the table
 * @param partition its partition attribute
 * @param sort its sort attribute
 */
public record Index(String name, String partition, String sort) {
  /** The table itself. */
  public static final Index TABLE = new Index("", Key.PARTITION, Key.SORT);

  private List<String> keyNames() {
    List<String> names = new ArrayList<>(List.of(Key.PARTITION, Key.SORT));
    if (!name.isEmpty()) {
      names.add(partition);
      names.add(sort);
    }
    return names;
  }

  /** Where an item stands in this order, as texts that a cursor can carry. */
  List<String> place(Item item) {
    return keyNames().stream().map(item::text).toList();
  }

  Map<String, AttributeValue> startKey(List<String> place) {
    Map<String, AttributeValue> key = new HashMap<>();
    List<String> names = keyNames();
    for (int i = 0; i < names.size(); i++) {
      key.put(names.get(i), AttributeValue.fromS(place.get(i)));
    }
    return key;
  }
}
