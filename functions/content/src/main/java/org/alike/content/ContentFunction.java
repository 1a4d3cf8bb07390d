package org.alike.content;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Answer;
import org.alike.kernel.Cursors;
import org.alike.kernel.Environment;
import org.alike.kernel.Failure;
import org.alike.kernel.HtmlPage;
import org.alike.kernel.HttpEndpoint;
import org.alike.kernel.Priming;
import org.alike.kernel.Problem;
import org.alike.kernel.Request;
import org.alike.store.DynamoMarkers;
import org.alike.store.DynamoTable;
import org.alike.store.SigningKey;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * Serves condition pages, their list and search, the site's own pages and the sitemap, and the desk
 * of those who write them; also answers 404 for every address that no other function has.
 * Thread-safe.
 */
public final class ContentFunction implements RequestStreamHandler {
  private final HttpEndpoint endpoint;

  /** As Lambda makes it. */
  public ContentFunction() {
    this(Environment.ofProcess());
  }

  /** With the settings of its entry in the template. */
  public ContentFunction(Environment environment) {
    this(
        environment,
        DynamoTable.connect(environment, Clock.tickMillis(ZoneOffset.UTC)),
        Clock.tickMillis(ZoneOffset.UTC));
  }

  ContentFunction(Environment environment, DynamoTable table, Clock clock) {
    Vocabulary vocabulary = Vocabulary.standard();
    DynamoPageStore store = new DynamoPageStore(table, clock);
    Catalogue catalogue = new Catalogue(store, clock);
    Cursors cursors = new Cursors(new SigningKey(table, new SecureRandom()));
    SiteAddresses addresses = new SiteAddresses(environment.required("SITE_URL"));
    Suggestions suggestions =
        new Suggestions(vocabulary, new Popularity(new DynamoUsageStore(table, clock), clock));
    VocabularyLookup lookup = new VocabularyLookup(vocabulary, suggestions);
    Search search = new Search(new PublishedPages(store, catalogue, vocabulary), vocabulary);
    Conditions conditions =
        new Conditions(
            new ConditionSearch(suggestions, catalogue),
            new ConditionList(catalogue, cursors, clock));
    ConditionPages pages =
        new ConditionPages(
            store,
            vocabulary,
            catalogue,
            addresses,
            environment.orElse("AWS_LAMBDA_FUNCTION_VERSION", ""),
            clock);
    Sitemap sitemap =
        new Sitemap(
            addresses,
            environment.orElse("API_URL", ""),
            List.of(
                new PageAddresses(store, catalogue, addresses),
                new ThreadAddresses(new DynamoThreadStore(table, clock), addresses, clock)));
    EditorRoutes editors = new EditorRoutes(table, store, vocabulary, catalogue, cursors, clock);
    endpoint =
        HttpEndpoint.of("ContentFunction", clock)
            .onOpen("/conditions", conditions::list)
            .onOpen("/conditions/{slug}", pages::show)
            .onOpen("/pages/{slug}", pages::showSitePage)
            .onOpen("/search", search::answer)
            .onOpen("/vocabulary", lookup::complete)
            .onOpen("/vocabulary/meaning", lookup::meaning)
            .onOpen("/sitemap.xml", sitemap::show)
            .onOpen("/robots.txt", sitemap::robots)
            .remembering(new DynamoMarkers(table))
            .explaining(ContentFunction::explain);
    editors.addTo(endpoint);
    Priming.beforeSnapshot(() -> vocabulary.complete(Kind.CONDITION, "als", 1));
    Priming.beforeSnapshot(search::warmUp);
  }

  /** A browser that asks for a page gets one, whatever went wrong. */
  private static Answer explain(Failure failure, Request request) {
    Answer problem = Problem.answer(failure, request.id());
    if (Form.wantedBy(request) != Form.HTML) {
      return problem;
    }
    Answer page =
        HtmlPage.titled(failure.kind().title())
            .text(failure.detail())
            .answer(failure.kind().status());
    for (Map.Entry<String, String> header : failure.headers().entrySet()) {
      page = page.with(header.getKey(), header.getValue());
    }
    return page;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }
}
