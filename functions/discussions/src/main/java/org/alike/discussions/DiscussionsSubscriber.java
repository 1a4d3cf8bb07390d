package org.alike.discussions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.alike.kernel.Environment;
import org.alike.kernel.EventEndpoint;
import org.alike.store.DynamoTable;

/** Keeps the authors in step with the members, and nameless once they are erased. Thread-safe. */
public final class DiscussionsSubscriber implements RequestStreamHandler {
  private final EventEndpoint endpoint;

  /** For Lambda. */
  public DiscussionsSubscriber() {
    this(Environment.ofProcess());
  }

  /** With these settings. */
  public DiscussionsSubscriber(Environment environment) {
    this(environment, Clock.systemUTC());
  }

  private DiscussionsSubscriber(Environment environment, Clock clock) {
    this(DynamoTable.connect(environment, clock), clock);
  }

  DiscussionsSubscriber(DynamoTable table, Clock clock) {
    Authors authors = new Authors(new DynamoAuthors(table, clock));
    endpoint =
        EventEndpoint.of("DiscussionsSubscriber", clock)
            .on("MemberChanged", authors::changed)
            .on("MemberErased", authors::erased);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    endpoint.handle(in, context);
  }
}
