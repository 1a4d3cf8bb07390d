package org.alike.members;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.alike.kernel.Environment;
import org.alike.kernel.EventBus;
import org.alike.store.ChangePublisher;
import org.alike.store.EventBridgeBus;
import org.alike.store.StreamEndpoint;

/** Tells the bus which members changed or were erased. Thread-safe. */
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
    ChangePublisher publisher = new ChangePublisher("alike.members", bus, MemberEvents::of);
    endpoint = new StreamEndpoint("members-publisher", clock, publisher);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }
}
