package org.alike.alikes;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.alike.kernel.Environment;
import org.alike.kernel.ScheduleEndpoint;
import org.alike.store.DynamoTable;
import org.alike.store.EventBridgeBus;
import org.alike.vocabulary.Vocabulary;

/**
 * Tells the bus whom to tell that somebody close has joined. Called by a schedule, or by hand with
 * any event; running twice at once does no harm. Thread-safe.
 */
public final class AlikesNews implements RequestStreamHandler {
  private final ScheduleEndpoint endpoint;

  /** As Lambda makes it. */
  public AlikesNews() {
    this(Environment.ofProcess());
  }

  /** With the settings of its entry in the template. */
  public AlikesNews(Environment environment) {
    this(environment, DynamoTable.connect(environment, Clock.systemUTC()), Clock.systemUTC());
  }

  private AlikesNews(Environment environment, DynamoTable table, Clock clock) {
    this(news(environment, table, clock), clock);
  }

  AlikesNews(News news, Clock clock) {
    this.endpoint = new ScheduleEndpoint("AlikesNews", clock, news::look);
  }

  private static News news(Environment environment, DynamoTable table, Clock clock) {
    Hierarchy hierarchy = new Hierarchy(Vocabulary.standard());
    Newcomers newcomers =
        new Newcomers(
            new DynamoMemberStore(table, clock),
            new Cohorts(new DynamoCohortStore(table), hierarchy),
            hierarchy,
            Integer.parseInt(environment.required("CLOSE_POINTS")),
            clock);
    return new News(
        new DynamoWatchStore(table), newcomers, EventBridgeBus.connect(environment), clock);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    endpoint.handle(context);
  }
}
