package org.alike.discussions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.alike.kernel.Environment;
import org.alike.kernel.EventEndpoint;
import org.alike.store.DynamoTable;

/**
 * Keeps authors and their posts in step with the members: names, consent, blocks, and what becomes
 * of the posts when a member is erased. Thread-safe.
 */
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
    Authors authors = new Authors(new DynamoAuthors(table), new DynamoAuthoredPosts(table, clock));
    endpoint =
        EventEndpoint.of("DiscussionsSubscriber", clock)
            .on("MemberChanged", authors::changed)
            .on("MemberErased", authors::erased)
            .on("MembersParted", authors::parted)
            .on("MembersReunited", authors::reunited);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    endpoint.handle(in, context);
  }
}
