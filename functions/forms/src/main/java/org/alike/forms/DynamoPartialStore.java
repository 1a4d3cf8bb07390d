package org.alike.forms;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.alike.kernel.Failure;
import org.alike.kernel.Marker;
import org.alike.store.DynamoMarkers;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Outcome;
import org.alike.store.Write;

/** Begun forms in the feature's table, encrypted by their tokens. Thread-safe. */
final class DynamoPartialStore implements PartialStore {
  private static final String FORM = "form";
  private static final String CONTENT = "content";
  private static final String FINGERPRINT = "fingerprint";

  /** No text that can be stored has it. */
  private static final String BETWEEN = "\u0000";

  private final DynamoTable table;
  private final Claims claims;
  private final RandomGenerator random;

  DynamoPartialStore(DynamoTable table, RandomGenerator random, Clock clock) {
    this.table = table;
    this.claims = new Claims(table, clock);
    this.random = random;
  }

  @Override
  public Optional<Partial> find(PartialToken token) {
    return token.isWellFormed()
        ? table.get(key(token)).map(item -> partial(token, item))
        : Optional.empty();
  }

  @Override
  public void create(PartialToken token, Partial partial, Trace trace, Optional<Marker> marker) {
    claims.count(partial.form() + "/partials", trace);
    Write put = Write.put(item(token, partial));
    if (marker.isEmpty()) {
      table.write(put);
      return;
    }
    Outcome outcome = table.write(Write.put(item(marker.get())).ifAbsent(), put);
    boolean another =
        outcome
            .existing()
            .filter(first -> !first.text(FINGERPRINT).equals(marker.get().fingerprint()))
            .isPresent();
    if (another) {
      throw Failure.invalid(
          "Idempotency-Key", "reused", "This key was used for another request already.");
    }
  }

  @Override
  public boolean replace(PartialToken token, Partial before, Partial after) {
    Write write = Write.put(item(token, after)).when("#version = ?", before.version());
    return table.write(write).done();
  }

  @Override
  public void delete(PartialToken token) {
    table.write(Write.delete(key(token)));
  }

  static Key key(PartialToken token) {
    return Key.of("PARTIAL#" + token.digest(), "PARTIAL");
  }

  static boolean isOf(Item item, String form) {
    return item.text(FORM).equals(form);
  }

  private Item item(PartialToken token, Partial partial) {
    List<String> texts = new ArrayList<>();
    partial.entries().forEach(entry -> texts.addAll(List.of(entry.name(), entry.value())));
    return Item.of(key(token))
        .with(FORM, partial.form())
        .with("version", partial.version())
        .with("savedAt", partial.saved().toString())
        .with(CONTENT, token.lock(String.join(BETWEEN, texts), random))
        .expiring(partial.expires());
  }

  /** Without the answer, which would have the token in it. */
  private static Item item(Marker marker) {
    return Item.of(DynamoMarkers.key("partial." + marker.id()))
        .with(FINGERPRINT, marker.fingerprint())
        .expiring(marker.expires());
  }

  private static Partial partial(PartialToken token, Item item) {
    String[] texts = token.unlock(item.bytes(CONTENT).orElseThrow()).split(BETWEEN, -1);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < texts.length; i += 2) {
      entries.add(Entry.text(texts[i], texts[i + 1]));
    }
    return new Partial(
        item.text(FORM), entries, item.number("version"), Instant.parse(item.text("savedAt")));
  }
}
