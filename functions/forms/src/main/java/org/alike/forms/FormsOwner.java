package org.alike.forms;

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
import org.alike.kernel.Ids;
import org.alike.kernel.Priming;
import org.alike.store.DynamoTable;
import org.alike.store.Key;
import org.alike.store.SigningKey;

/** {@code /forms/...}: what the owners of forms do. Thread-safe. */
public final class FormsOwner implements RequestStreamHandler {
  private final HttpEndpoint endpoint;

  /** As Lambda makes it. */
  public FormsOwner() {
    this(Environment.ofProcess());
  }

  /** With these settings: {@code TABLE}. */
  public FormsOwner(Environment environment) {
    this(DynamoTable.connect(environment, Clock.systemUTC()), Clock.systemUTC());
  }

  FormsOwner(DynamoTable table, Clock clock) {
    FormDefinitions definitions = FormDefinitions.of(new DynamoFormStore(table), clock);
    OwnedForms owned = new OwnedForms(definitions);
    InboxStore store = new DynamoInboxStore(table, clock);
    SecureRandom random = new SecureRandom();
    Cursors cursors = new Cursors(new SigningKey(table, random));
    Forms forms = new Forms(definitions, cursors);
    Inbox inbox = new Inbox(owned, store, cursors);
    InboxChanges changes = new InboxChanges(owned, store);
    Exports exports = new Exports(owned, store, cursors, new Ids(clock, random));
    Counts counts = new Counts(owned, store, cursors);
    endpoint =
        HttpEndpoint.of("forms-owner", clock)
            .on("GET /forms", forms::list)
            .on("GET /forms/{form}", forms::show)
            .on("PUT /forms/{form}", forms::put)
            .on("GET /forms/{form}/submissions", inbox::list)
            .on("POST /forms/{form}/submissions/search", inbox::search)
            .on("GET /forms/{form}/submissions/{id}", changes::show)
            .on("PATCH /forms/{form}/submissions/{id}", changes::change)
            .on("DELETE /forms/{form}/submissions/{id}", changes::delete)
            .on("GET /forms/{form}/export.csv", exports::csv)
            .on("GET /forms/{form}/export.jsonl", exports::jsonLines)
            .on("GET /forms/{form}/counts", counts::list);
    Priming.beforeSnapshot(() -> table.get(Key.of("PRIMING", "PRIMING")));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }
}
