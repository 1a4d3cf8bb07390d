package org.alike.local;

import java.util.UUID;

/** Ids as AWS gives them to requests, events and messages. */
@FunctionalInterface
interface Ids {
  Ids RANDOM = () -> UUID.randomUUID().toString();

  String next();
}
