package org.alike.store;

import java.time.Instant;

/**
 * Items that end by themselves. DynamoDB removes them within days of the moment, so readers must
 * not see them in between.
 */
final class Expiry {
  static final String ATTRIBUTE = "expires";

  private Expiry() {}

  static boolean passed(Item item, Instant now) {
    return item.findNumber(ATTRIBUTE).map(at -> at <= now.getEpochSecond()).orElse(false);
  }
}
