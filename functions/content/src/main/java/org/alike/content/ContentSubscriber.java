package org.alike.content;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Environment;
import org.alike.kernel.EventEndpoint;
import org.alike.store.DynamoTable;

/**
 * Keeps what members have, for suggestions that show first what many look for, and which threads
 * anybody may read, for the sitemap. An event that comes again, late or out of order changes
 * nothing. Thread-safe.
 */
public final class ContentSubscriber implements RequestStreamHandler {
  private final EventEndpoint endpoint;

  /** As Lambda makes it. */
  public ContentSubscriber() {
    this(Environment.ofProcess());
  }

  /** With the settings of its entry in the template. */
  public ContentSubscriber(Environment environment) {
    this(DynamoTable.connect(environment, Clock.systemUTC()), Clock.systemUTC());
  }

  ContentSubscriber(DynamoTable table, Clock clock) {
    this(new DynamoUsageStore(table, clock), new DynamoThreadStore(table, clock), clock);
  }

  ContentSubscriber(UsageStore usage, ThreadStore threads, Clock clock) {
    endpoint =
        EventEndpoint.of("ContentSubscriber", clock)
            .on("MemberChanged", event -> usage.keep(Usage.changed(event)))
            .on("MemberErased", event -> usage.keep(Usage.erased(event)))
            .on("ThreadPosted", event -> threads.keep(PublicThread.posted(event)))
            .on("ReplyPosted", event -> replied(threads, event))
            .on("PostRemoved", event -> removed(threads, event));
  }

  /** A reply that is told anew is no activity, and says nothing about its thread. */
  private static void replied(ThreadStore threads, DomainEvent event) {
    if (event.version() == 1) {
      threads.keep(PublicThread.replied(event));
    }
  }

  /** A reply that was removed leaves its thread where it is. */
  private static void removed(ThreadStore threads, DomainEvent event) {
    if (event.text("replyId").isEmpty()) {
      threads.keep(PublicThread.removed(event));
    }
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    endpoint.handle(in, context);
  }
}
