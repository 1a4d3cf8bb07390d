package org.alike.members;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.alike.kernel.Cursors;
import org.alike.kernel.Environment;
import org.alike.kernel.HttpEndpoint;
import org.alike.kernel.Ids;
import org.alike.kernel.Priming;
import org.alike.store.DynamoMarkers;
import org.alike.store.DynamoTable;
import org.alike.store.SigningKey;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * Confirms, shows and erases a member; tells editors which words of many members mean nothing to
 * the vocabulary. Thread-safe.
 */
public final class MembersFunction implements RequestStreamHandler {
  private final HttpEndpoint endpoint;

  /** As Lambda makes it. */
  public MembersFunction() {
    this(Environment.ofProcess());
  }

  /**
   * With these settings: {@code TABLE}, {@code SITE_URL}, {@code MINIMUM_AGE}, {@code
   * CONSENT_VERSIONS}.
   */
  public MembersFunction(Environment environment) {
    this(
        environment,
        DynamoTable.connect(environment, Clock.systemUTC()),
        new SecureRandom(),
        Clock.systemUTC());
  }

  MembersFunction(Environment environment, DynamoTable table, RandomGenerator random, Clock clock) {
    DynamoMemberStore store = new DynamoMemberStore(table);
    Ids ids = new Ids(clock, random);
    Vocabulary vocabulary = Vocabulary.standard();
    MemberView view = new MemberView(vocabulary);
    Me me = new Me(store, view);
    ProfileChanges profile = new ProfileChanges(store, view, vocabulary, AgeGate.of(environment));
    Cursors cursors = new Cursors(new SigningKey(table, random));
    Consents consents = new Consents(store, ConsentVersions.of(environment));
    BlockStore blocks = new DynamoBlockStore(table);
    Cards cards = new Cards(store, blocks, new CardView(view));
    PostStore posts = new DynamoPostStore(table);
    FhirBundle fhir = new FhirBundle(vocabulary);
    List<Portable> contacts = Contacts.portable(table, clock);
    Exports exports = new Exports(store, view, posts, cursors, fhir, contacts);
    Unresolved unresolved = new Unresolved(store, vocabulary, cursors);
    endpoint =
        HttpEndpoint.of("members", clock)
            .on("GET /me", me::show)
            .on("PATCH /me", profile::change)
            .on("GET /me/consents", consents::list)
            .on("PUT /me/consents", consents::decide)
            .on("GET /me/export", exports::export)
            .on("GET /members/{id}", cards::show)
            .on("GET /vocabulary/unresolved", unresolved::list)
            .remembering(new DynamoMarkers(table));
    AccountRoutes.add(endpoint, table, environment.required("SITE_URL"), ids, random);
    ContactRoutes.add(endpoint, table, vocabulary, cursors, ids);
    Priming.beforeSnapshot(
        () -> {
          for (Kind kind : Kind.values()) {
            vocabulary.resolve(kind, "priming");
          }
          store.find("priming");
        });
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }
}
