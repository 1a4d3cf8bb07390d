package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alike.kernel.Failure;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Write;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.MovableClock;
import org.alike.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;

class PageImportTest {
  private static final Provenance BY_EDITOR =
      Provenance.of(Origin.EDITOR, "m1", Optional.empty(), Optional.empty());
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
    PageFile[] files = {
      Written.condition("crohns-disease"), Written.condition("ulcerative-colitis")
    };
    run(files);
    List<String> clean = EmbeddedDynamo.dump(table);

    for (FaultyDynamo.Fault fault : List.of(FaultyDynamo.Fault.BEFORE, FaultyDynamo.Fault.AFTER)) {
      int call = 0;
      while (breaksAt(call, fault, files, clean)) {
        call++;
      }
      assertThat(call).as("calls of one import").isGreaterThan(5);
    }
  }

  /** Whether an import has so many calls; if so, it was broken there and then repeated. */
  private boolean breaksAt(
      int call, FaultyDynamo.Fault fault, PageFile[] files, List<String> clean) {
    String other = EmbeddedDynamo.newTable();
    var faulty = FaultyDynamo.failingAt(EmbeddedDynamo.client(), call, fault);
    boolean broke = false;
    try {
      imports(new DynamoTable(faulty, other, clock)).run(read(files), false);
    } catch (Failure expected) {
      broke = true;
    }
    imports(new DynamoTable(EmbeddedDynamo.client(), other, clock)).run(read(files), false);
    assertThat(EmbeddedDynamo.dump(other)).isEqualTo(clean);
    return broke;
  }

  @Test
  void page_isImportedAnew_whenTheTableIsFromBeforeManuscripts() {
    DynamoTable old = new DynamoTable(EmbeddedDynamo.client(), table, clock);
    Item head =
        Item.of(Key.of("CONDITION#migraine", "PAGE"))
            .with("version", 4)
            .with("digest", "d")
            .with("line", "migraine#migraine")
            .with("name", "Migraine")
            .with("etag", "e")
            .with("body", "{}")
            .with("published", "2026-11-20T12:00:00Z");
    Item line =
        Item.of(Key.of("CONDITION-LIST", "migraine#migraine"))
            .with("version", 4)
            .with("digest", "d")
            .with("line", "migraine#migraine")
            .with("slug", "migraine")
            .with("name", "Migraine")
            .with("covers", List.of());
    old.write(Write.put(head), Write.put(line));
    assertThat(store.find(PageKind.CONDITION, "migraine")).isEmpty();

    assertThat(run(Written.condition("migraine"))).containsExactly("UPDATE migraine");

    assertThat(version("migraine")).isEqualTo(5);
    assertThat(store.all(PageKind.CONDITION)).extracting(Entry::name).containsExactly("Migraine");
  }

  @Test
  void plan_tellsWhatWouldChange_andWritesNothing() {
    run(
        Written.condition("migraine"),
        Written.variant("migraine", "es", "overview"),
        Written.condition("epilepsy"),
        Written.site("about"));
    List<String> before = EmbeddedDynamo.dump(table);

    List<ImportStep> steps =
        imports.plan(
            read(
                Written.condition("migraine", "Words on treatments.", "New words."),
                Written.variant("migraine", "plain", "overview"),
                Written.condition("crohns-disease"),
                Written.site("about")),
            false);

    assertThat(told(steps))
        .containsExactlyInAnyOrder("UPDATE migraine", "CREATE crohns-disease", "REMOVE epilepsy");
    assertThat(steps.get(0).toJson().get("changes"))
        .isEqualTo(
            List.of(
                Map.of(
                    "lang", "en",
                    "level", "standard",
                    "section", "treatments",
                    "field", "markdown"),
                Map.of("lang", "es", "level", "standard", "field", "variant"),
                Map.of("lang", "en", "level", "plain", "field", "variant")));
    assertThat(EmbeddedDynamo.dump(table)).isEqualTo(before);
  }

  @Test
  void editorsVersion_stays_whenTheFileIsTheSame() {
    run(Written.condition("migraine"));
    edit(Written.condition("migraine", "In short.", "By an editor."));

    assertThat(run(Written.condition("migraine"))).isEmpty();
    assertThat(told(imports.run(read(Written.condition("migraine")), true))).isEmpty();
    assertThat(summary("migraine")).isEqualTo("By an editor.");
    assertThat(version("migraine")).isEqualTo(2);
  }

  @Test
  void changedFile_isAConflict_whenEditorsChangedThePageToo_unlessForced() {
    run(Written.condition("migraine"));
    edit(Written.condition("migraine", "In short.", "By an editor."));
    PageFile changed = Written.condition("migraine", "In short.", "By the file.");
    List<String> before = EmbeddedDynamo.dump(table);

    List<ImportStep> steps = imports.run(read(changed), false);
    assertThat(told(steps)).containsExactly("CONFLICT migraine");
    assertThat(steps.get(0).changes()).extracting(TextChange::field).containsExactly("summary");
    assertThat(EmbeddedDynamo.dump(table)).isEqualTo(before);

    assertThat(told(imports.run(read(changed), true))).containsExactly("UPDATE migraine");
    assertThat(summary("migraine")).isEqualTo("By the file.");
    assertThat(run(changed)).isEmpty();
  }

  @Test
  void editorsVersion_stays_whenTheFileIsGone_unlessForced() {
    run(Written.condition("migraine"), Written.site("about"));
    edit(Written.condition("migraine", "In short.", "By an editor."));

    assertThat(run(Written.site("about"))).containsExactly("CONFLICT migraine");
    assertThat(summary("migraine")).isEqualTo("By an editor.");

    assertThat(told(imports.run(read(Written.site("about")), true)))
        .containsExactly("REMOVE migraine");
  }

  @Test
  void pageThatEditorsMade_isNeverRemoved() {
    edit(Written.condition("migraine"));

    assertThat(run(Written.site("about"))).containsExactly("CREATE about");
    assertThat(told(imports.run(read(Written.site("about")), true))).isEmpty();
    assertThat(version("migraine")).isEqualTo(1);
    assertThat(run(Written.condition("migraine", "In short.", "By a file."), Written.site("about")))
        .containsExactly("CONFLICT migraine");
  }

  @Test
  void pageThatEditorsWithdrew_staysAway_untilItsFileIsForced() {
    run(Written.condition("migraine"));
    Head head = store.head(PageKind.CONDITION, "migraine");
    store.remove(PageKind.CONDITION, "migraine", "Migraine", head, BY_EDITOR);

    assertThat(run(Written.condition("migraine"))).isEmpty();
    PageFile changed = Written.condition("migraine", "In short.", "By the file.");
    assertThat(run(changed)).containsExactly("CONFLICT migraine");
    assertThat(store.find(PageKind.CONDITION, "migraine")).isEmpty();

    assertThat(told(imports.run(read(changed), true))).containsExactly("CREATE migraine");
  }

  private void edit(PageFile... files) {
    Page page = Published.page(Published.manuscript(files));
    assertThat(store.publish(page, store.head(page.kind(), page.slug()), BY_EDITOR).done())
        .isTrue();
  }

  private String summary(String slug) {
    return store
        .find(PageKind.CONDITION, slug)
        .orElseThrow()
        .edition()
        .manuscript()
        .first()
        .summary();
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
