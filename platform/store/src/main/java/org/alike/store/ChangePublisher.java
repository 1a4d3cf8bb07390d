package org.alike.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.EventBus;

/**
 * Turns a table's changes into domain events on the bus: the one publisher that each table has.
 * Events keep the order of the changes. Thread-safe.
 */
public final class ChangePublisher implements StreamEndpoint.Reader {
  private final String source;
  private final EventBus bus;
  private final Function<Change, List<DomainEvent>> events;

  /**
   * A publisher for one feature.
   *
   * @param source e.g. {@code alike.members}
   * @param bus where to
   * @param events what a change means; none for a change that is nobody else's business
   */
  public ChangePublisher(String source, EventBus bus, Function<Change, List<DomainEvent>> events) {
    this.source = source;
    this.bus = bus;
    this.events = events;
  }

  @Override
  public int read(List<Change> changes) {
    List<List<DomainEvent>> told = tellable(changes);
    List<DomainEvent> all = new ArrayList<>();
    told.forEach(all::addAll);
    Set<String> refused = all.isEmpty() ? Set.of() : bus.publish(source, all);
    for (int i = 0; i < told.size(); i++) {
      if (told.get(i).stream().anyMatch(event -> refused.contains(event.id()))) {
        return i;
      }
    }
    return told.size();
  }

  /**
   * What the changes mean, up to one that can't be read: those before it must not wait for it.
   * Where it is the first, its fault goes out to be noted.
   */
  private List<List<DomainEvent>> tellable(List<Change> changes) {
    List<List<DomainEvent>> told = new ArrayList<>();
    for (Change change : changes) {
      try {
        told.add(events.apply(change));
      } catch (RuntimeException unreadable) {
        if (told.isEmpty()) {
          throw unreadable;
        }
        return told;
      }
    }
    return told;
  }
}
