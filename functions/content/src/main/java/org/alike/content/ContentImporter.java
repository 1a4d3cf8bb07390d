package org.alike.content;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.alike.content.ImportStep.Action;
import org.alike.kernel.Environment;
import org.alike.kernel.Invocation;
import org.alike.kernel.Json;
import org.alike.kernel.LogLine;
import org.alike.store.DynamoTable;
import org.alike.vocabulary.Vocabulary;

/**
 * Loads the pages packed with it into the Content table. Invoked by hand after each deployment, and
 * by the local stack at start; answers {@code {"imported": n, "unchanged": m, "removed": k,
 * "conflicts": [...]}}. The event may say {@code "dryRun": true}, which shows the plan and writes
 * nothing, and {@code "force": true}, which lets changed files win over what editors made since. A
 * page that can't be published fails the invocation with every file, field and rule, and then
 * nothing was imported. Thread-safe.
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
        DynamoTable.connect(environment, Clock.tickMillis(ZoneOffset.UTC)),
        Clock.tickMillis(ZoneOffset.UTC));
  }

  ContentImporter(PageFolder folder, DynamoTable table, Clock clock) {
    Vocabulary vocabulary = Vocabulary.standard();
    PageStore store = new DynamoPageStore(table, clock);
    this.folder = folder;
    this.reader = new PageReader(vocabulary);
    this.imports = new PageImport(store, new Neighbours(store, vocabulary));
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    LogLine line = new LogLine("ContentImporter", context.getAwsRequestId(), clock.millis());
    Map<String, Object> event = Json.trusted(in);
    boolean dryRun = Boolean.TRUE.equals(event.get("dryRun"));
    boolean force = Boolean.TRUE.equals(event.get("force"));
    try (Invocation invocation = Invocation.begin(context.getAwsRequestId())) {
      List<FilePage> pages = reader.read(folder.files());
      List<ImportStep> steps = dryRun ? imports.plan(pages, force) : imports.run(pages, force);
      line.with("dryRun", dryRun)
          .with("imported", imported(steps))
          .with("unchanged", count(steps, Action.UNCHANGED))
          .with("removed", count(steps, Action.REMOVE))
          .with("conflicts", count(steps, Action.CONFLICT))
          .write(context, clock.millis(), invocation.cost());
      out.write(Json.write(answer(steps, dryRun)).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Map<String, Object> answer(List<ImportStep> steps, boolean dryRun) {
    return dryRun
        ? Json.of("dryRun", true, "pages", steps.stream().map(ImportStep::toJson).toList())
        : Json.of(
            "imported", imported(steps),
            "unchanged", count(steps, Action.UNCHANGED),
            "removed", count(steps, Action.REMOVE),
            "conflicts",
                steps.stream()
                    .filter(step -> step.action() == Action.CONFLICT)
                    .map(ImportStep::slug)
                    .toList());
  }

  private static long imported(List<ImportStep> steps) {
    return count(steps, Action.CREATE) + count(steps, Action.UPDATE);
  }

  private static long count(List<ImportStep> steps, Action action) {
    return steps.stream().filter(step -> step.action() == action).count();
  }
}
