package org.alike.content;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import org.alike.kernel.Environment;
import org.alike.kernel.Priming;
import org.alike.kernel.ScheduleEndpoint;
import org.alike.store.DynamoTable;
import org.alike.vocabulary.Vocabulary;

/**
 * Publishes what editors scheduled, called by a schedule each minute; also sees to it that pages
 * name their neighbours as pages come and go. Thread-safe.
 */
public final class ContentScheduler implements RequestStreamHandler {
  private final ScheduleEndpoint schedule;

  /** As Lambda makes it. */
  public ContentScheduler() {
    this(Environment.ofProcess());
  }

  /** With these settings: {@code TABLE}. */
  public ContentScheduler(Environment environment) {
    this(
        DynamoTable.connect(environment, Clock.tickMillis(ZoneOffset.UTC)),
        Clock.tickMillis(ZoneOffset.UTC));
  }

  ContentScheduler(DynamoTable table, Clock clock) {
    Vocabulary vocabulary = Vocabulary.standard();
    DynamoPageStore pages = new DynamoPageStore(table, clock);
    DraftStore drafts = new DynamoDraftStore(table, pages, clock);
    DueDrafts due =
        new DueDrafts(
            drafts,
            new DocumentReader(vocabulary, new Catalogue(pages, clock)),
            new Neighbours(pages, vocabulary),
            clock);
    schedule = new ScheduleEndpoint("ContentScheduler", clock, due::publish);
    Priming.beforeSnapshot(() -> drafts.desk("priming"));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    schedule.handle(context);
  }
}
