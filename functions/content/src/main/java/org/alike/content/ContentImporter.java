package org.alike.content;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.alike.kernel.Environment;
import org.alike.kernel.Invocation;
import org.alike.kernel.Json;
import org.alike.kernel.LogLine;
import org.alike.store.DynamoTable;
import org.alike.vocabulary.Vocabulary;

/**
 * Loads the pages packed with it into the Content table. Invoked by hand after each deployment, and
 * by the local stack at start, with any event; answers {@code {"imported": n, "unchanged": m,
 * "removed": k}}. A page that can't be published fails the invocation with the file, the field and
 * the rule, and then nothing was imported. Thread-safe.
 */
public final class ContentImporter implements RequestStreamHandler {
  private final PageFolder folder;
  private final PageReader reader;
  private final PageImport imports;
  private final Clock clock;

  /** As Lambda makes it. */
  public ContentImporter() {
    this(Environment.ofProcess());
  }

  /** With the settings of its entry in the template. */
  public ContentImporter(Environment environment) {
    this(
        PageFolder.packed(),
        DynamoTable.connect(environment, Clock.systemUTC()),
        Clock.systemUTC());
  }

  ContentImporter(PageFolder folder, DynamoTable table, Clock clock) {
    this.folder = folder;
    this.reader = new PageReader(Vocabulary.standard());
    this.imports = new PageImport(new DynamoPageStore(table, clock));
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    LogLine line = new LogLine("ContentImporter", context.getAwsRequestId(), clock.millis());
    try (Invocation invocation = Invocation.begin(context.getAwsRequestId())) {
      PageImport.Result result = imports.run(reader.read(folder.files()));
      line.with("imported", result.imported())
          .with("unchanged", result.unchanged())
          .with("removed", result.removed())
          .write(context, clock.millis(), invocation.cost());
      out.write(Json.write(answer(result)).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Object answer(PageImport.Result result) {
    return Json.of(
        "imported", result.imported(),
        "unchanged", result.unchanged(),
        "removed", result.removed());
  }
}
