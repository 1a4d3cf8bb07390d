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
  private final DynamoTable table;

  /** The markers in this table. */
  public DynamoMarkers(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Optional<Marker> find(String id) {
    return table.get(key(id)).map(item -> marker(id, item));
  }

  /** The write that belongs into the transaction of the effect. */
  static Write write(Marker marker, Instant now) {
    Answer answer = marker.answer();
    Item item =
        Item.of(key(marker.id()))
            .with("fingerprint", marker.fingerprint())
            .with("status", answer.status())
            .with("headers", Json.write(answer.headers()))
            .with("body", answer.body())
            .with("base64", answer.base64())
            .expiring(marker.expires());
    return Write.put(item).when("attribute_not_exists(#pk) OR #expires <= ?", now.getEpochSecond());
  }

  private static Key key(String id) {
    return Key.of("REQUEST#" + id, "MARKER");
  }

  private static Marker marker(String id, Item item) {
    Map<String, String> headers = new LinkedHashMap<>();
    Json.trusted(item.text("headers"))
        .forEach((name, value) -> headers.put(name, String.valueOf(value)));
    Answer answer =
        new Answer((int) item.number("status"), headers, item.text("body"), item.flag("base64"));
    return new Marker(
        id, item.text("fingerprint"), answer, Instant.ofEpochSecond(item.number(Expiry.ATTRIBUTE)));
  }
}
