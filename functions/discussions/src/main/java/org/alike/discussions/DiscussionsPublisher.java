package org.alike.discussions;

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

/** Tells the bus which threads and replies were posted, changed or removed. Thread-safe. */
public final class DiscussionsPublisher implements RequestStreamHandler {
  private final StreamEndpoint endpoint;

  /** For Lambda. */
  public DiscussionsPublisher() {
    this(Environment.ofProcess());
  }

  /** With these settings. */
  public DiscussionsPublisher(Environment environment) {
    this(EventBridgeBus.connect(environment), Clock.systemUTC());
  }

  DiscussionsPublisher(EventBus bus, Clock clock) {
    endpoint =
        new StreamEndpoint(
            "DiscussionsPublisher",
            clock,
            new ChangePublisher("alike.discussions", bus, DynamoPostEvents::of));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }
}
