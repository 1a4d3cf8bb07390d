package org.alike.forms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.alike.kernel.Environment;
import org.alike.kernel.HttpEndpoint;
import org.alike.kernel.Priming;
import org.alike.store.DynamoTable;
import org.alike.store.Key;
import org.alike.store.SigningKey;

/** {@code /subscriptions/{token}}: confirming newsletters, and ending them. Thread-safe. */
public final class FormsSubscriptions implements RequestStreamHandler {
  private final HttpEndpoint endpoint;

  /** As Lambda makes it. */
  public FormsSubscriptions() {
    this(Environment.ofProcess());
  }

  /** With these settings: {@code TABLE}, {@code SITE_URL}. */
  public FormsSubscriptions(Environment environment) {
    this(
        environment,
        DynamoTable.connect(environment, Clock.systemUTC()),
        new SecureRandom(),
        Clock.systemUTC());
  }

  FormsSubscriptions(
      Environment environment, DynamoTable table, RandomGenerator random, Clock clock) {
    Subscriptions subscriptions =
        new Subscriptions(
            FormDefinitions.of(new DynamoFormStore(table), clock),
            new SubscriptionStore(table),
            new SubscriptionLinks(new SigningKey(table, random)),
            environment.required("SITE_URL"));
    endpoint =
        HttpEndpoint.of("forms-subscriptions", clock)
            .onOpen("/subscriptions/{token}", subscriptions::show)
            .on("POST /subscriptions/{token}", subscriptions::post)
            .on("DELETE /subscriptions/{token}", subscriptions::end)
            .explaining(subscriptions::explain);
    Priming.beforeSnapshot(() -> table.get(Key.of("PRIMING", "PRIMING")));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }
}
