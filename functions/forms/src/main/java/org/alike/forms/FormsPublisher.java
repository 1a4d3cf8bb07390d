package org.alike.forms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Environment;
import org.alike.kernel.EventBus;
import org.alike.store.Change;
import org.alike.store.ChangePublisher;
import org.alike.store.EventBridgeBus;
import org.alike.store.StreamEndpoint;

/** Tells the bus which submissions were accepted, and which files were let go. Thread-safe. */
public final class FormsPublisher implements RequestStreamHandler {
  private final StreamEndpoint endpoint;

  /** As Lambda makes it. */
  public FormsPublisher() {
    this(Environment.ofProcess());
  }

  /** With these settings: {@code BUS}. */
  public FormsPublisher(Environment environment) {
    this(EventBridgeBus.connect(environment), Clock.systemUTC());
  }

  FormsPublisher(EventBus bus, Clock clock) {
    ChangePublisher publisher =
        new ChangePublisher("alike.forms", bus, change -> events(change, clock));
    endpoint = new StreamEndpoint("forms-publisher", clock, publisher);
  }

  private static List<DomainEvent> events(Change change, Clock clock) {
    List<DomainEvent> events = new ArrayList<>(SubmissionEvents.of(change));
    events.addAll(FileEvents.of(change, clock.instant()));
    return events;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }
}
