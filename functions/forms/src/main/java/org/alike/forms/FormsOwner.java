package org.alike.forms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.alike.kernel.Cursors;
import org.alike.kernel.Environment;
import org.alike.kernel.HttpEndpoint;
import org.alike.kernel.Ids;
import org.alike.kernel.Priming;
import org.alike.store.DynamoMarkers;
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

  /** With these settings: {@code TABLE}, {@code FILES}, {@code WEBHOOKS_TO_LOOPBACK}. */
  public FormsOwner(Environment environment) {
    this(
        environment,
        DynamoTable.connect(environment, Clock.systemUTC()),
        S3FileStore.connect(environment),
        new SecureRandom(),
        Clock.systemUTC());
  }

  FormsOwner(
      Environment environment,
      DynamoTable table,
      FileStore fileStore,
      RandomGenerator random,
      Clock clock) {
    FormDefinitions definitions = FormDefinitions.of(new DynamoFormStore(table), clock);
    OwnedForms owned = new OwnedForms(definitions);
    InboxStore store = new DynamoInboxStore(table, clock);
    Cursors cursors = new Cursors(new SigningKey(table, random));
    Forms forms = new Forms(definitions, cursors);
    Inbox inbox = new Inbox(owned, store, cursors);
    InboxChanges changes = new InboxChanges(owned, store);
    Exports exports = new Exports(owned, store, cursors, new Ids(clock, random));
    Counts counts = new Counts(owned, store, cursors);
    DeliverySetup setup =
        new DeliverySetup(
            definitions,
            new DeliverySettingsStore(table),
            new DeliverySettingsReader(random, FormsDeliveries.isLoopbackAllowed(environment)),
            random);
    DeliveryRoutes deliveries = new DeliveryRoutes(definitions, new DeliveryStore(table), cursors);
    OwnerFiles files = new OwnerFiles(owned, new DynamoUploadStore(table), fileStore);
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
            .on("GET /forms/{form}/submissions/{id}/files/{file}", files::address)
            .on("GET /forms/{form}/export.csv", exports::csv)
            .on("GET /forms/{form}/export.jsonl", exports::jsonLines)
            .on("GET /forms/{form}/counts", counts::list)
            .on("GET /forms/{form}/delivery-settings", setup::show)
            .on("PUT /forms/{form}/delivery-settings", setup::put)
            .on("POST /forms/{form}/webhooks/{id}/secret", setup::rotate)
            .on("GET /forms/{form}/deliveries", deliveries::list)
            .on("GET /forms/{form}/deliveries/{id}", deliveries::show)
            .on("POST /forms/{form}/deliveries/{id}/{part}", deliveries::again)
            .remembering(new DynamoMarkers(table));
    Priming.beforeSnapshot(() -> table.get(Key.of("PRIMING", "PRIMING")));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }
}
