package org.alike.content;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import org.alike.kernel.Cursors;
import org.alike.kernel.Environment;
import org.alike.kernel.HttpEndpoint;
import org.alike.kernel.Priming;
import org.alike.store.DynamoTable;
import org.alike.store.SigningKey;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * Serves condition pages, their list and search, and the site's own pages; also answers 404 for
 * every address that no other function has. Thread-safe.
 */
public final class ContentFunction implements RequestStreamHandler {
  private final HttpEndpoint endpoint;

  /** As Lambda makes it. */
  public ContentFunction() {
    this(Environment.ofProcess());
  }

  /** With the settings of its entry in the template. */
  public ContentFunction(Environment environment) {
    this(environment, DynamoTable.connect(environment, Clock.systemUTC()), Clock.systemUTC());
  }

  ContentFunction(Environment environment, DynamoTable table, Clock clock) {
    Vocabulary vocabulary = Vocabulary.standard();
    PageStore store = new DynamoPageStore(table, clock);
    Conditions conditions =
        new Conditions(
            store,
            vocabulary,
            new Catalogue(store, clock),
            new Cursors(new SigningKey(table, new SecureRandom())),
            environment.required("SITE_URL"),
            clock);
    endpoint =
        HttpEndpoint.of("ContentFunction", clock)
            .on("GET /conditions", conditions::list)
            .on("GET /conditions/{slug}", conditions::show)
            .on("GET /pages/{slug}", conditions::showSitePage);
    Priming.beforeSnapshot(() -> vocabulary.complete(Kind.CONDITION, "als", 1));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }
}
