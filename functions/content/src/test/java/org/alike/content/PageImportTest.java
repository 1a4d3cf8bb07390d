package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.MovableClock;
import org.alike.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageImportTest {
  private final MovableClock clock = MovableClock.atNoon();
  private final String table = EmbeddedDynamo.newTable();
  private final PageStore store =
      new DynamoPageStore(new DynamoTable(EmbeddedDynamo.client(), table, clock), clock);
  private final PageImport imports = new PageImport(store);

  @Test
  void pages_arePublished_whenNew() {
    assertThat(run(Written.condition("migraine"), Written.site("about")))
        .isEqualTo(new PageImport.Result(2, 0, 0));
    assertThat(version("migraine")).isEqualTo(1);
    assertThat(store.all(PageKind.PAGE)).extracting(Entry::slug).containsExactly("about");
  }

  @Test
  void table_staysAsItIs_whenNothingChanged() {
    run(Written.condition("migraine"), Written.site("about"));
    List<String> before = EmbeddedDynamo.dump(table);

    assertThat(run(Written.condition("migraine"), Written.site("about")))
        .isEqualTo(new PageImport.Result(0, 2, 0));
    assertThat(EmbeddedDynamo.dump(table)).isEqualTo(before);
  }

  @Test
  void onlyTheChangedPage_getsANewVersion() {
    run(Written.condition("migraine"), Written.condition("epilepsy"));

    PageFile changed = Written.condition("epilepsy", "In short.", "Shorter.");
    assertThat(run(Written.condition("migraine"), changed))
        .isEqualTo(new PageImport.Result(1, 1, 0));
    assertThat(version("migraine")).isEqualTo(1);
    assertThat(version("epilepsy")).isEqualTo(2);
  }

  @Test
  void page_goesOnCounting_whenRemovedAndBack() {
    run(Written.condition("migraine"), Written.condition("crohns-disease"));

    assertThat(run(Written.condition("crohns-disease"))).isEqualTo(new PageImport.Result(0, 1, 1));
    assertThat(store.find(PageKind.CONDITION, "migraine")).isEmpty();
    assertThat(store.all(PageKind.CONDITION))
        .extracting(Entry::slug)
        .containsExactly("crohns-disease");
    assertThat(run(Written.condition("crohns-disease"))).isEqualTo(new PageImport.Result(0, 1, 0));

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
    List<Page> pages = read(Written.condition("migraine"), Written.condition("epilepsy"));
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Callable<PageImport.Result>> runs = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        runs.add(() -> imports.run(pages));
      }
      int imported = 0;
      for (Future<PageImport.Result> result : threads.invokeAll(runs)) {
        imported += result.get().imported();
      }
      assertThat(imported).isEqualTo(2);
    } finally {
      threads.shutdown();
    }
    assertThat(version("migraine")).isEqualTo(1);
    assertThat(EmbeddedDynamo.dump(table)).hasSize(4);
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
        assertThatThrownBy(() -> broken.run(read(files))).isInstanceOf(Failure.class);

        imports(new DynamoTable(EmbeddedDynamo.client(), other, clock)).run(read(files));
        assertThat(EmbeddedDynamo.dump(other)).isEqualTo(clean);
      }
    }
  }

  private PageImport imports(DynamoTable place) {
    return new PageImport(new DynamoPageStore(place, clock));
  }

  private PageImport.Result run(PageFile... files) {
    return imports.run(read(files));
  }

  private static List<Page> read(PageFile... files) {
    return new PageReader(Vocabulary.standard()).read(List.of(files));
  }

  private @Nullable Object version(String slug) {
    Map<String, Object> page =
        Json.trusted(store.find(PageKind.CONDITION, slug).orElseThrow().body());
    return page.get("version");
  }
}
