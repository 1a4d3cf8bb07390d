package org.alike.store;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The primary key of an item; every table of the house calls its parts {@code pk} and {@code sk}.
 *
 * @param partition groups items that are read together
 * @param sort orders them
 */
public record Key(String partition, String sort) {
  static final String PARTITION = "pk";
  static final String SORT = "sk";

  /** A key of these two parts. */
  public static Key of(String partition, String sort) {
    return new Key(partition, sort);
  }

  Map<String, AttributeValue> attributes() {
    return Map.of(
        PARTITION, AttributeValue.fromS(partition),
        SORT, AttributeValue.fromS(sort));
  }
}
