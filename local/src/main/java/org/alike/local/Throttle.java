package org.alike.local;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** A token bucket for each route. Safe for several threads. */
final class Throttle {
  private final Template.Limit standard;
  private final Map<String, Template.Limit> limits;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets = new HashMap<>();

  private static final class Bucket {
    private double tokens;
    private long filled;
  }

  /**
   * @param nanos a clock that only moves forward, as {@link System#nanoTime}
   */
  Throttle(Template.Limit standard, Map<String, Template.Limit> limits, LongSupplier nanos) {
    this.standard = standard;
    this.limits = limits;
    this.nanos = nanos;
  }

  synchronized boolean lets(String route) {
    Template.Limit limit = limits.getOrDefault(route, standard);
    long now = nanos.getAsLong();
    Bucket bucket = buckets.computeIfAbsent(route, r -> full(limit, now));
    double refill = (now - bucket.filled) / 1e9 * limit.rate();
    bucket.tokens = Math.min(limit.burst(), bucket.tokens + refill);
    bucket.filled = now;
    if (bucket.tokens < 1) {
      return false;
    }
    bucket.tokens--;
    return true;
  }

  private static Bucket full(Template.Limit limit, long now) {
    Bucket bucket = new Bucket();
    bucket.tokens = limit.burst();
    bucket.filled = now;
    return bucket;
  }
}
