package org.alike.members;

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

/**
 * Tells the bus which members changed, were erased, or want to see each other no more. Thread-safe.
 */
public final class MembersPublisher implements RequestStreamHandler {
  private final StreamEndpoint endpoint;

  /** As Lambda makes it. */
  public MembersPublisher() {
    this(Environment.ofProcess());
  }

  /** With these settings: {@code BUS}. */
  public MembersPublisher(Environment environment) {
    this(EventBridgeBus.connect(environment), Clock.systemUTC());
  }

  MembersPublisher(EventBus bus, Clock clock) {
    ChangePublisher publisher = new ChangePublisher("alike.members", bus, MembersPublisher::told);
    endpoint = new StreamEndpoint("members-publisher", clock, publisher);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }

  private static List<DomainEvent> told(Change change) {
    List<DomainEvent> events = new ArrayList<>(MemberEvents.of(change));
    events.addAll(BlockEvents.of(change));
    events.addAll(MailboxEvents.of(change));
    return events;
  }
}
