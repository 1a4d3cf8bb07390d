package org.alike.content;

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

/** Tells the bus which pages were published: the Content table's one publisher. Thread-safe. */
public final class ContentPublisher implements RequestStreamHandler {
  private final StreamEndpoint endpoint;

  /** As Lambda makes it. */
  public ContentPublisher() {
    this(Environment.ofProcess());
  }

  /** With the settings of its entry in the template. */
  public ContentPublisher(Environment environment) {
    this(EventBridgeBus.connect(environment), Clock.systemUTC());
  }

  ContentPublisher(EventBus bus, Clock clock) {
    this.endpoint =
        new StreamEndpoint(
            "ContentPublisher", clock, new ChangePublisher("alike.content", bus, PageEvents::of));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }
}
