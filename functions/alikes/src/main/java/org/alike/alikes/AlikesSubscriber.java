package org.alike.alikes;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Environment;
import org.alike.kernel.EventEndpoint;
import org.alike.kernel.Priming;
import org.alike.store.DynamoTable;
import org.alike.vocabulary.Vocabulary;

/**
 * Keeps the cohorts in step with the members: {@code MemberChanged}, {@code MemberErased}. An event
 * that comes again, late or out of order changes nothing. Thread-safe.
 */
public final class AlikesSubscriber implements RequestStreamHandler {
  private final EventEndpoint endpoint;

  /** The function as Lambda starts it. */
  public AlikesSubscriber() {
    this(Environment.ofProcess());
  }

  /** The function with the environment of its template entry; {@code TABLE} is needed. */
  public AlikesSubscriber(Environment environment) {
    this(DynamoTable.connect(environment, Clock.systemUTC()), Clock.systemUTC());
  }

  private AlikesSubscriber(DynamoTable table, Clock clock) {
    this(new DynamoCohortStore(table, clock), Vocabulary.standard(), clock);
  }

  AlikesSubscriber(CohortStore store, Vocabulary vocabulary, Clock clock) {
    Memberships memberships = new Memberships(store, new Hierarchy(vocabulary));
    endpoint =
        EventEndpoint.of("AlikesSubscriber", clock)
            .on("MemberChanged", event -> memberships.changed(person(event), event.version()))
            .on("MemberErased", event -> memberships.erased(erasure(event)));
    Priming.beforeSnapshot(() -> store.findEventually("nobody"));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    endpoint.handle(in, context);
  }

  private static Person person(DomainEvent event) {
    return new Person(
        event.entity(),
        Visibility.of(event.text("visibility")),
        event.text("displayName"),
        event.texts("conditions"),
        event.texts("symptoms"),
        event.texts("treatments"),
        event.number("birthYear"),
        text(event, "sex"),
        text(event, "country"),
        text(event, "joined").map(Instant::parse).orElse(event.time()));
  }

  private static Erased erasure(DomainEvent event) {
    return Erased.at(event.time(), event.entity(), event.version());
  }

  private static Optional<String> text(DomainEvent event, String name) {
    return Optional.of(event.text(name)).filter(text -> !text.isEmpty());
  }
}
