package org.alike.forms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.alike.kernel.Environment;
import org.alike.kernel.HttpEndpoint;
import org.alike.kernel.Priming;
import org.alike.store.DynamoTable;
import org.alike.store.Key;

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
    Forms forms = new Forms(FormDefinitions.of(new DynamoFormStore(table), clock));
    endpoint =
        HttpEndpoint.of("forms-owner", clock)
            .on("GET /forms/{form}", forms::show)
            .on("PUT /forms/{form}", forms::put);
    Priming.beforeSnapshot(() -> table.get(Key.of("PRIMING", "PRIMING")));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }
}
