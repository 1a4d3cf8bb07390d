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

  /** With these settings: {@code TABLE}, {@code SITE_URL}, {@code MINIMUM_AGE}. */
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
    Confirmations confirmations = new Confirmations(store, ids, environment.required("SITE_URL"));
    Vocabulary vocabulary = Vocabulary.standard();
    MemberView view = new MemberView(vocabulary);
    Me me = new Me(store, view);
    ProfileChanges profile = new ProfileChanges(store, view, vocabulary, AgeGate.of(environment));
    Consents consents = new Consents(store);
    Cards cards = new Cards(store, Blocks.NONE, new CardView(view));
    Cursors cursors = new Cursors(new SigningKey(table, random));
    Exports exports =
        new Exports(
            store,
            view,
            new DynamoPostStore(table),
            cursors,
            new FhirBundle(vocabulary),
            List.of());
    Unresolved unresolved = new Unresolved(store, vocabulary, cursors);
    endpoint =
        HttpEndpoint.of("members", clock)
            .on("GET /confirmations/{token}", confirmations::show)
            .on("POST /confirmations/{token}", confirmations::confirm)
            .on("GET /me", me::show)
            .on("PATCH /me", profile::change)
            .on("DELETE /me", me::erase)
            .on("GET /me/consents", consents::list)
            .on("PUT /me/consents", consents::decide)
            .on("GET /me/export", exports::export)
            .on("GET /members/{id}", cards::show)
            .on("GET /vocabulary/unresolved", unresolved::list)
            .remembering(new DynamoMarkers(table))
            .explaining(confirmations::explain);
    Priming.beforeSnapshot(() -> store.find("priming"));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    endpoint.handle(in, out, context);
  }
}
