package org.alike.wisdom;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import org.alike.kernel.Environment;
import org.alike.kernel.HttpEndpoint;
import org.alike.kernel.Ids;
import org.alike.store.DynamoMarkers;
import org.alike.store.DynamoTable;
import org.alike.vocabulary.Vocabulary;

/** Answers questions from pages and public posts, sentence by sentence with its citation. */
public final class WisdomFunction implements RequestStreamHandler {
  private final HttpEndpoint endpoint;

  /** As Lambda makes it. */
  public WisdomFunction() {
    this(Environment.ofProcess());
  }

  /** With the settings of its entry in the template. */
  public WisdomFunction(Environment environment) {
    this(environment, DynamoTable.connect(environment, Clock.systemUTC()), Clock.systemUTC());
  }

  WisdomFunction(Environment environment, DynamoTable table, Clock clock) {
    // Making it loads vocabulary and index, so a snapshot holds them ready.
    Answers answers =
        new Answers(
            new DynamoSourceStore(table),
            Vocabulary.standard(),
            new Ids(clock, new SecureRandom()),
            environment.required("SITE_URL"));
    endpoint =
        HttpEndpoint.of("WisdomFunction", clock)
            .remembering(new DynamoMarkers(table))
            .on("POST /wisdom/answers", answers::ask);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }
}
