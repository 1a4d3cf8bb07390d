package org.alike.content;

import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alike.kernel.Environment;
import org.alike.kernel.Failure;
import org.alike.store.DynamoTable;
import org.alike.vocabulary.Vocabulary;

/**
 * The import on the command line, for whoever has the table within reach but no function to invoke:
 * {@code make import-pages ARGS=--dry-run}. Reads the settings that the function has from the
 * environment. Exits with 0 when it was done or planned, 1 when a page is broken or the table can't
 * be reached, 2 when it was called wrongly.
 */
final class ImportCommand {
  private static final String DRY_RUN = "--dry-run";
  private static final String FORCE = "--force";
  private final PageFolder folder;
  private final DynamoTable table;
  private final Clock clock;
  private final PrintStream out;

  ImportCommand(PageFolder folder, DynamoTable table, Clock clock, PrintStream out) {
    this.folder = folder;
    this.table = table;
    this.clock = clock;
    this.out = out;
  }

  /** Runs it against the table that the environment names. */
  public static void main(String[] arguments) {
    Clock clock = Clock.tickMillis(ZoneOffset.UTC);
    DynamoTable table = DynamoTable.connect(Environment.ofProcess(), clock);
    System.exit(new ImportCommand(PageFolder.packed(), table, clock, System.out).run(arguments));
  }

  int run(String... arguments) {
    Set<String> options = Set.of(arguments);
    if (!Set.of(DRY_RUN, FORCE).containsAll(options)) {
      out.println("Usage: [--dry-run] [--force]");
      return 2;
    }
    try {
      show(steps(options.contains(DRY_RUN), options.contains(FORCE)));
      return 0;
    } catch (PageRejected rejected) {
      out.println("Nothing was imported.");
      rejected.mistakes().forEach(out::println);
      return 1;
    } catch (Failure unreachable) {
      out.println("The table can't be reached: " + unreachable.detail());
      return 1;
    }
  }

  private List<ImportStep> steps(boolean dryRun, boolean force) {
    Vocabulary vocabulary = Vocabulary.standard();
    PageStore store = new DynamoPageStore(table, clock);
    PageImport imports = new PageImport(store, new Neighbours(store, vocabulary));
    List<FilePage> pages = new PageReader(vocabulary).read(folder.files());
    return dryRun ? imports.plan(pages, force) : imports.run(pages, force);
  }

  private void show(List<ImportStep> steps) {
    for (ImportStep step : steps) {
      out.println(step.action().name().toLowerCase(Locale.ROOT) + " " + step.slug());
      step.changes().forEach(change -> out.println("  " + words(change)));
    }
  }

  private static String words(TextChange change) {
    return Stream.of(
            change.reading().map(Reading::key).stream(),
            change.section().stream(),
            Stream.of(change.field()))
        .flatMap(part -> part)
        .collect(Collectors.joining(" "));
  }
}
