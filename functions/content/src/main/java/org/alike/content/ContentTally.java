package org.alike.content;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.alike.kernel.Environment;
import org.alike.kernel.ScheduleEndpoint;
import org.alike.store.DynamoTable;
import org.alike.vocabulary.Vocabulary;

/**
 * Counts how many members have what, so that suggestions can show first what many look for. Called
 * by a schedule, or by hand with any event; running twice at once does no harm. Thread-safe.
 */
public final class ContentTally implements RequestStreamHandler {
  private final UsageStore store;
  private final Vocabulary vocabulary;
  private final ScheduleEndpoint endpoint;

  /** As Lambda makes it. */
  public ContentTally() {
    this(Environment.ofProcess());
  }

  /** With the settings of its entry in the template. */
  public ContentTally(Environment environment) {
    this(DynamoTable.connect(environment, Clock.systemUTC()), Clock.systemUTC());
  }

  private ContentTally(DynamoTable table, Clock clock) {
    this(new DynamoUsageStore(table, clock), Vocabulary.standard(), clock);
  }

  ContentTally(UsageStore store, Vocabulary vocabulary, Clock clock) {
    this.store = store;
    this.vocabulary = vocabulary;
    this.endpoint = new ScheduleEndpoint("ContentTally", clock, this::count);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    endpoint.handle(context);
  }

  /** Tells how many numbers there are, which shows nothing of who has what. */
  private int count() {
    Tally.Counter counter = new Tally.Counter(vocabulary);
    store.each(counter::add);
    Tally tally = counter.tally();
    store.keep(tally);
    return tally.size();
  }
}
