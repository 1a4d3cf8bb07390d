package org.alike.wisdom;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.alike.kernel.Environment;
import org.alike.kernel.EventEndpoint;
import org.alike.store.DynamoTable;

/** Keeps what answers may quote in step with pages and public posts. Thread-safe. */
public final class WisdomSubscriber implements RequestStreamHandler {
  private final EventEndpoint endpoint;

  /** As Lambda makes it. */
  public WisdomSubscriber() {
    this(Environment.ofProcess());
  }

  /** With the settings of its entry in the template. */
  public WisdomSubscriber(Environment environment) {
    this(DynamoTable.connect(environment, Clock.systemUTC()), Clock.systemUTC());
  }

  WisdomSubscriber(DynamoTable table, Clock clock) {
    SourceEvents events = new SourceEvents(new DynamoSourceStore(table));
    endpoint =
        EventEndpoint.of("WisdomSubscriber", clock)
            .on("PagePublished", events::published)
            .on("ThreadPosted", events::threadPosted)
            .on("ReplyPosted", events::replyPosted)
            .on("PostRemoved", events::postRemoved);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    endpoint.handle(in, context);
  }
}
