package org.alike.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.EventBus;

/** Keeps the events it was given, and accepts them all. */
final class RecordingBus implements EventBus {
  private final List<DomainEvent> events = new ArrayList<>();

  List<DomainEvent> events() {
    return List.copyOf(events);
  }

  @Override
  public Set<String> publish(String source, List<DomainEvent> told) {
    events.addAll(told);
    return Set.of();
  }
}
