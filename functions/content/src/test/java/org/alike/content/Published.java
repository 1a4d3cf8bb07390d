package org.alike.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Environment;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MovableClock;
import org.alike.vocabulary.Vocabulary;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A table of its own with the pages of some files, and the function that serves them. */
final class Published {
  static final Environment ENVIRONMENT =
      Environment.of(Map.of("SITE_URL", "https://alike.example"));

  private final MovableClock clock = MovableClock.atNoon();
  private final String name = EmbeddedDynamo.newTable();
  private final DynamoTable table = new DynamoTable(EmbeddedDynamo.client(), name, clock);
  private final DynamoPageStore store = new DynamoPageStore(table, clock);
  private final ContentFunction function = new ContentFunction(ENVIRONMENT, table, clock);

  /** Makes these the only pages. */
  List<ImportStep> files(PageFile... files) {
    Vocabulary vocabulary = Vocabulary.standard();
    return new PageImport(store, new Neighbours(store, vocabulary))
        .run(new PageReader(vocabulary).read(List.of(files)), false);
  }

  /** Publishes what an editor wrote, whatever was there. */
  Publication edit(Manuscript manuscript) {
    return store.publish(
        page(manuscript),
        store.head(PageKind.CONDITION, manuscript.slug()),
        Provenance.of(Origin.EDITOR, "editor-1", Optional.of("Eddie"), Optional.empty()));
  }

  static Page page(Manuscript manuscript) {
    Vocabulary vocabulary = Vocabulary.standard();
    return Page.of(Edition.of(manuscript, vocabulary), vocabulary, Set.of(manuscript.slug()));
  }

  static Manuscript manuscript(PageFile... files) {
    return new ManuscriptFiles(new ManuscriptRules(Vocabulary.standard())).read(List.of(files));
  }

  MovableClock clock() {
    return clock;
  }

  String name() {
    return name;
  }

  DynamoTable table() {
    return table;
  }

  DynamoPageStore store() {
    return store;
  }

  ContentFunction function() {
    return function;
  }

  /** The same function over another client of the same table. */
  ContentFunction function(DynamoDbClient client) {
    return new ContentFunction(ENVIRONMENT, new DynamoTable(client, name, clock), clock);
  }

  static HttpCall condition(String slug) {
    return HttpCall.of("GET /conditions/{slug}").path("slug", slug);
  }
}
