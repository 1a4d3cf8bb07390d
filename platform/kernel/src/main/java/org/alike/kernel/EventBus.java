package org.alike.kernel;

import java.util.List;
import java.util.Set;

/** Where publishers tell what happened. */
@FunctionalInterface
public interface EventBus {
  /**
   * Publishes events; each is accepted by the bus for good, or reported back.
   *
   * @param source the feature that tells, e.g. {@code alike.members}
   * @return the ids of the events that were not accepted and must be published again
   */
  Set<String> publish(String source, List<DomainEvent> events);
}
