package org.alike.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Json;
import org.alike.kernel.Marker;

/** Keeps the markers of repeatable requests in the feature's own table. Thread-safe. */
public final class DynamoMarkers implements Marker.Finder {
  private static final String PARTITION = "REQUEST#";
  private final DynamoTable table;

  /** The markers in this table. */
  public DynamoMarkers(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Marker> find(String id) {
    return table.get(key(id)).map(DynamoMarkers::marker);
  }

  /** The write that belongs into the transaction of the effect. */
  static Write write(Marker marker, Instant now) {
    return Write.put(item(marker))
        .when("attribute_not_exists(#pk) OR #expires <= ?", now.getEpochSecond());
  }

  /** Where the marker with this id lies. */
  public static Key key(String id) {
    return Key.of(PARTITION + id, "MARKER");
  }

  /** The item that keeps a marker; a feature that writes it by itself may add to it. */
  public static Item item(Marker marker) {
    Answer answer = marker.answer();
    return Item.of(key(marker.id()))
        .with("fingerprint", marker.fingerprint())
        .with("status", answer.status())
        .with("headers", Json.write(answer.headers()))
        .with("body", answer.body())
        .with("base64", answer.base64())
        .expiring(marker.expires());
  }

  /** The marker that such an item keeps. */
  public static Marker marker(Item item) {
    String id = item.key().partition().substring(PARTITION.length());
    Map<String, String> headers = new LinkedHashMap<>();
    Json.trusted(item.text("headers"))
        .forEach((name, value) -> headers.put(name, String.valueOf(value)));
    Answer answer =
        new Answer((int) item.number("status"), headers, item.text("body"), item.flag("base64"));
    return new Marker(
        id, item.text("fingerprint"), answer, Instant.ofEpochSecond(item.number(Expiry.ATTRIBUTE)));
  }
}
