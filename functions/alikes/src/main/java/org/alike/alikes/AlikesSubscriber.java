package org.alike.alikes;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Environment;
import org.alike.kernel.EventEndpoint;
import org.alike.kernel.Priming;
import org.alike.store.DynamoTable;
import org.alike.vocabulary.Vocabulary;

/**
 * Keeps the cohorts in step with the members: {@code MemberChanged}, {@code MemberErased}, {@code
 * MembersParted}, {@code MembersReunited}. An event that comes again, late or out of order changes
 * nothing. Thread-safe.
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
    this(
        new DynamoMemberStore(table, clock),
        new DynamoPartingStore(table),
        new DynamoCohortStore(table),
        Vocabulary.standard(),
        clock);
  }

  AlikesSubscriber(
      MemberStore members,
      PartingStore partings,
      CohortStore cohorts,
      Vocabulary vocabulary,
      Clock clock) {
    Memberships memberships =
        new Memberships(members, partings, cohorts, new Hierarchy(vocabulary));
    endpoint =
        EventEndpoint.of("AlikesSubscriber", clock)
            .on(
                "MemberChanged",
                event -> memberships.changed(MemberTold.person(event), event.version()))
            .on("MemberErased", event -> memberships.erased(erasure(event)))
            .on("MembersParted", event -> memberships.parted(parting(event, true)))
            .on("MembersReunited", event -> memberships.parted(parting(event, false)));
    Priming.beforeSnapshot(() -> members.findStanding("nobody"));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    endpoint.handle(in, context);
  }

  private static Erased erasure(DomainEvent event) {
    return Erased.at(event.time(), event.entity(), event.version());
  }

  private static Parting parting(DomainEvent event, boolean parted) {
    return new Parting(event.text("blocker"), event.text("blocked"), event.version(), parted);
  }
}
