package org.alike.forms;

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

/** Tells the bus which submissions were accepted. Thread-safe. */
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
    ChangePublisher publisher = new ChangePublisher("alike.forms", bus, SubmissionEvents::of);
    endpoint = new StreamEndpoint("forms-publisher", clock, publisher);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }
}
