package org.alike.content;

import java.time.Clock;
import org.alike.kernel.Cursors;
import org.alike.kernel.HttpEndpoint;
import org.alike.store.DynamoTable;
import org.alike.vocabulary.Vocabulary;

/** The routes of those who write pages. Thread-safe. */
final class EditorRoutes {
  private static final String PAGE = "/conditions/{slug}";
  private static final String VERSION = PAGE + "/versions/{version}";
  private final Drafts drafts;
  private final Publishing publishing;
  private final Preview preview;
  private final History history;

  EditorRoutes(
      DynamoTable table,
      DynamoPageStore pages,
      Vocabulary vocabulary,
      Catalogue catalogue,
      Cursors cursors,
      Clock clock) {
    DraftStore store = new DynamoDraftStore(table, pages, clock);
    DocumentReader documents = new DocumentReader(vocabulary, catalogue);
    drafts = new Drafts(store, vocabulary, cursors);
    publishing = new Publishing(store, documents, vocabulary, clock);
    preview = new Preview(documents, vocabulary, clock);
    history = new History(pages, store, vocabulary, cursors, clock);
  }

  void addTo(HttpEndpoint endpoint) {
    endpoint
        .on("GET /drafts", Editors.only(drafts::list))
        .on("GET " + PAGE + "/draft", Editors.only(drafts::show))
        .on("DELETE " + PAGE + "/draft", Editors.only(drafts::drop))
        .on("PUT " + PAGE, Editors.only(publishing::put))
        .on("DELETE " + PAGE, Editors.only(publishing::withdraw))
        .on("POST " + PAGE + "/preview", Editors.only(preview::show))
        .on("GET " + PAGE + "/versions", Editors.only(history::list))
        .on("GET " + VERSION, Editors.only(history::show))
        .on("GET " + VERSION + "/changes", Editors.only(history::changes))
        .on("POST " + VERSION + "/restore", Editors.only(history::restore));
  }
}
