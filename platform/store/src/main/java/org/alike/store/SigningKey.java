package org.alike.store;

import java.util.Base64;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs a feature's cursors. It lives in the feature's own table (encrypted there as
 * everything is), is made by whoever needs it first, and so needs no secret in any environment.
 * Thread-safe; read once per instance.
 */
public final class SigningKey implements Supplier<byte[]> {
  private static final Key KEY = Key.of("SETTING", "CURSOR-KEY");
  private static final int BYTES = 32;
  private final DynamoTable table;
  private final RandomGenerator random;
  private byte @Nullable [] value;

  /** The key in this table; made from this randomness, which must be a secure one. */
  public SigningKey(DynamoTable table, RandomGenerator random) {
    this.table = table;
    this.random = random;
  }

  @Override
  public synchronized byte[] get() {
    byte[] known = value;
    if (known == null) {
      known = Base64.getDecoder().decode(table.get(KEY).orElseGet(this::create).text("value"));
      value = known;
    }
    return known;
  }

  private Item create() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    Item made = Item.of(KEY).with("value", Base64.getEncoder().encodeToString(bytes));
    Outcome outcome = table.write(Write.put(made).ifAbsent());
    return outcome.existing().orElse(made);
  }
}
