package org.alike.alikes;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import org.alike.kernel.Cursors;
import org.alike.kernel.Environment;
import org.alike.kernel.HttpEndpoint;
import org.alike.kernel.Priming;
import org.alike.store.DynamoTable;
import org.alike.store.SigningKey;
import org.alike.vocabulary.Vocabulary;

/**
 * Tells how many people live with a condition, and finds the ones most like the member who asks.
 * Thread-safe.
 */
public final class AlikesFunction implements RequestStreamHandler {
  private final HttpEndpoint endpoint;

  /** The function as Lambda starts it. */
  public AlikesFunction() {
    this(Environment.ofProcess());
  }

  /** The function with the environment of its template entry; {@code TABLE} is needed. */
  public AlikesFunction(Environment environment) {
    this(DynamoTable.connect(environment, Clock.systemUTC()), Clock.systemUTC());
  }

  private AlikesFunction(DynamoTable table, Clock clock) {
    this(
        new DynamoMemberStore(table, clock),
        new DynamoCohortStore(table),
        Vocabulary.standard(),
        new SigningKey(table, new SecureRandom()),
        clock);
  }

  AlikesFunction(
      MemberStore members,
      CohortStore store,
      Vocabulary vocabulary,
      Supplier<byte[]> cursorKey,
      Clock clock) {
    Hierarchy hierarchy = new Hierarchy(vocabulary);
    Cursors cursors = new Cursors(cursorKey);
    Cohorts cohorts = new Cohorts(store, hierarchy);
    People people = new People(members);
    Lookout lookout = new Lookout(members, cohorts, hierarchy);
    NearestMembers nearest = new NearestMembers(lookout, vocabulary);
    MyAlikes mine = new MyAlikes(lookout, people, vocabulary, hierarchy, cursors);
    endpoint =
        HttpEndpoint.of("AlikesFunction", clock)
            .on(
                "GET /conditions/{slug}/alikes",
                new ConditionAlikes(cohorts, people, vocabulary, cursors)::show)
            .on("GET /me/alikes", mine::list)
            .on("GET /me/alikes/{id}", mine::show)
            .on(
                "GET /conditions/{slug}/insights",
                new ConditionInsights(cohorts, vocabulary, hierarchy, cursorKey)::show)
            .on(
                "GET /me/insights",
                new MyInsights(nearest, vocabulary, hierarchy, cursorKey)::show);
    Priming.beforeSnapshot(() -> members.findStanding("nobody"));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }
}
