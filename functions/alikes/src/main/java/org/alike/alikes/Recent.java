package org.alike.alikes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Remembers what was asked for last, so that a warm function makes it once. Thread-safe. */
final class Recent<K, V> {
  private final Map<K, V> values;

  /** Remembers so many at most. */
  Recent(int most) {
    values =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** What is remembered under this key, or what is made now. */
  synchronized V get(K key, Supplier<V> made) {
    V known = values.get(key);
    if (known == null) {
      known = made.get();
      values.put(key, known);
    }
    return known;
  }
}
