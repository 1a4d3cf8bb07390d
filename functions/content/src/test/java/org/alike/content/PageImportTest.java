package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alike.kernel.Failure;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.MovableClock;
import org.alike.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;

class PageImportTest {
  private final MovableClock clock = MovableClock.atNoon();
  private final String table = EmbeddedDynamo.newTable();
  private final PageStore store =
      new DynamoPageStore(new DynamoTable(EmbeddedDynamo.client(), table, clock), clock);
  private final PageImport imports =
      imports(new DynamoTable(EmbeddedDynamo.client(), table, clock));

  @Test
  void pages_arePublished_whenNew() {
    assertThat(run(Written.condition("migraine"), Written.site("about")))
        .containsExactly("CREATE migraine", "CREATE about");
    assertThat(version("migraine")).isEqualTo(1);
    assertThat(store.all(PageKind.PAGE)).extracting(Entry::slug).containsExactly("about");
  }

  @Test
  void table_staysAsItIs_whenNothingChanged() {
    run(Written.condition("migraine"), Written.site("about"));
    List<String> before = EmbeddedDynamo.dump(table);

    assertThat(run(Written.condition("migraine"), Written.site("about"))).isEmpty();
    assertThat(EmbeddedDynamo.dump(table)).isEqualTo(before);
  }

  @Test
  void onlyTheChangedPage_getsANewVersion() {
    run(Written.condition("migraine"), Written.condition("epilepsy"));

    PageFile changed = Written.condition("epilepsy", "In short.", "Shorter.");
    assertThat(run(Written.condition("migraine"), changed)).containsExactly("UPDATE epilepsy");
    assertThat(version("migraine")).isEqualTo(1);
    assertThat(version("epilepsy")).isEqualTo(2);
  }

  @Test
  void page_goesOnCounting_whenRemovedAndBack() {
    run(Written.condition("migraine"), Written.condition("crohns-disease"));

    assertThat(run(Written.condition("crohns-disease"))).containsExactly("REMOVE migraine");
    assertThat(store.find(PageKind.CONDITION, "migraine")).isEmpty();
    assertThat(store.all(PageKind.CONDITION))
        .extracting(Entry::slug)
        .containsExactly("crohns-disease");
    assertThat(run(Written.condition("crohns-disease"))).isEmpty();

    run(Written.condition("migraine"), Written.condition("crohns-disease"));
    assertThat(version("migraine")).isEqualTo(3);
  }

  @Test
  void list_hasTheNewNameOnly_whenAPageIsRenamed() {
    run(Written.site("about"));
    PageFile about = Written.site("about");
    run(new PageFile(about.path(), about.text().replace("title: About", "title: Who we are")));

    assertThat(store.all(PageKind.PAGE)).extracting(Entry::name).containsExactly("Who we are");
  }

  @Test
  void importsAtTheSameTime_endAsOne() throws InterruptedException, ExecutionException {
    List<FilePage> pages = read(Written.condition("migraine"), Written.condition("epilepsy"));
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Callable<List<String>>> runs = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        runs.add(() -> told(imports.run(pages, false)));
      }
      int imported = 0;
      for (Future<List<String>> result : threads.invokeAll(runs)) {
        imported += result.get().size();
      }
      assertThat(imported).isEqualTo(2);
    } finally {
      threads.shutdown();
    }
    assertThat(version("migraine")).isEqualTo(1);
    assertThat(EmbeddedDynamo.dump(table)).hasSize(6);
  }

  @Test
  void table_endsTheSame_whereverTheFirstTryBroke() {
    PageFile[] files = {Written.condition("migraine"), Written.condition("epilepsy")};
    run(files);
    List<String> clean = EmbeddedDynamo.dump(table);

    for (int call = 0; call < 4; call++) {
      for (FaultyDynamo.Fault fault :
          List.of(FaultyDynamo.Fault.BEFORE, FaultyDynamo.Fault.AFTER)) {
        String other = EmbeddedDynamo.newTable();
        var faulty = FaultyDynamo.failingAt(EmbeddedDynamo.client(), call, fault);
        PageImport broken = imports(new DynamoTable(faulty, other, clock));
        assertThatThrownBy(() -> broken.run(read(files), false)).isInstanceOf(Failure.class);

        imports(new DynamoTable(EmbeddedDynamo.client(), other, clock)).run(read(files), false);
        assertThat(EmbeddedDynamo.dump(other)).isEqualTo(clean);
      }
    }
  }

  private PageImport imports(DynamoTable place) {
    PageStore pages = new DynamoPageStore(place, clock);
    return new PageImport(pages, new Neighbours(pages, Vocabulary.standard()));
  }

  /** What was done, as {@code action slug}, without what was left as it is. */
  private List<String> run(PageFile... files) {
    return told(imports.run(read(files), false));
  }

  private static List<String> told(List<ImportStep> steps) {
    return steps.stream()
        .filter(step -> step.action() != ImportStep.Action.UNCHANGED)
        .map(step -> step.action() + " " + step.slug())
        .toList();
  }

  private static List<FilePage> read(PageFile... files) {
    return new PageReader(Vocabulary.standard()).read(List.of(files));
  }

  private long version(String slug) {
    return store.find(PageKind.CONDITION, slug).orElseThrow().head().version();
  }
}
