package org.alike.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A stored item: named texts, numbers, flags, bytes and lists of texts under a key. Immutable.
 *
 * <p>This is the stored form only; each feature maps it to its records and back in its {@code
 * Dynamo*} class.
 */
public final class Item {
  private final Map<String, AttributeValue> attributes;

  private Item(Map<String, AttributeValue> attributes) {
    this.attributes = Map.copyOf(attributes);
  }

  /** An item with nothing but its key. */
  public static Item of(Key key) {
    return new Item(key.attributes());
  }

  static Item of(Map<String, AttributeValue> attributes) {
    return new Item(attributes);
  }

  /** The same item with a text; an absent one leaves the attribute out. */
  public Item with(String name, Optional<String> text) {
    return text.map(present -> with(name, present)).orElse(this);
  }

  /** The same item with a text. */
  public Item with(String name, String text) {
    return put(name, AttributeValue.fromS(text));
  }

  /** The same item with a whole number. */
  public Item with(String name, long number) {
    return put(name, AttributeValue.fromN(Long.toString(number)));
  }

  /** The same item with a flag. */
  public Item with(String name, boolean flag) {
    return put(name, AttributeValue.fromBool(flag));
  }

  /** The same item with a list of texts. */
  public Item with(String name, List<String> texts) {
    return put(name, AttributeValue.fromL(texts.stream().map(AttributeValue::fromS).toList()));
  }

  /** The same item with bytes. */
  public Item with(String name, byte[] bytes) {
    return put(name, AttributeValue.fromB(SdkBytes.fromByteArray(bytes)));
  }

  /** The same item, to be removed by the table some time after this moment. */
  public Item expiring(Instant at) {
    return with(Expiry.ATTRIBUTE, at.getEpochSecond());
  }

  /** The item's key. */
  public Key key() {
    return Key.of(text(Key.PARTITION), text(Key.SORT));
  }

  /** A text that must be there. */
  public String text(String name) {
    return find(name).orElseThrow(() -> new IllegalStateException("No attribute " + name));
  }

  /** A text that may be absent. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::s);
  }

  /** A whole number; 0 when absent. */
  public long number(String name) {
    return findNumber(name).orElse(0L);
  }

  /** A whole number that may be absent. */
  public Optional<Long> findNumber(String name) {
    return Optional.ofNullable(attributes.get(name)).map(AttributeValue::n).map(Long::valueOf);
  }

  /** A flag; false when absent. */
  public boolean flag(String name) {
    AttributeValue value = attributes.get(name);
    return value != null && Boolean.TRUE.equals(value.bool());
  }

  /** A list of texts; empty when absent. */
  public List<String> texts(String name) {
    AttributeValue value = attributes.get(name);
    return value == null ? List.of() : value.l().stream().map(AttributeValue::s).toList();
  }

  /** Bytes that may be absent. */
  public Optional<byte[]> bytes(String name) {
    return Optional.ofNullable(attributes.get(name))
        .map(AttributeValue::b)
        .map(SdkBytes::asByteArray);
  }

  /** The id of the request that wrote the item last; empty when it was written outside of one. */
  public String cause() {
    return find("cause").orElse("");
  }

  Map<String, AttributeValue> attributes() {
    return attributes;
  }

  @Nullable AttributeValue attribute(String name) {
    return attributes.get(name);
  }

  private Item put(String name, AttributeValue value) {
    Map<String, AttributeValue> more = new HashMap<>(attributes);
    more.put(name, value);
    return new Item(more);
  }
}
