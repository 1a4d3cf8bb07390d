package org.alike.members;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Environment;
import org.alike.kernel.EventEndpoint;
import org.alike.kernel.Ids;
import org.alike.kernel.Priming;
import org.alike.store.DynamoTable;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/**
 * Turns an accepted signup into a pending member and a letter, forgets one that was withdrawn, and
 * turns news of Alikes into letters; keeps members' own posts for their export, and ends erasures
 * that were cut short. Thread-safe.
 */
public final class MembersSubscriber implements RequestStreamHandler {
  private final EventEndpoint endpoint;

  /** As Lambda makes it. */
  public MembersSubscriber() {
    this(Environment.ofProcess());
  }

  /** With these settings: {@code TABLE}, {@code MINIMUM_AGE}. */
  public MembersSubscriber(Environment environment) {
    this(
        environment,
        DynamoTable.connect(environment, Clock.systemUTC()),
        new SecureRandom(),
        Clock.systemUTC());
  }

  MembersSubscriber(
      Environment environment, DynamoTable table, RandomGenerator random, Clock clock) {
    Vocabulary vocabulary = Vocabulary.standard();
    DynamoSignupStore store = new DynamoSignupStore(table, clock);
    Posts posts = new Posts(new DynamoPostStore(table), clock);
    Signups signups =
        new Signups(store, AgeGate.of(environment), new Ids(clock, random), random, clock);
    MemberStore members = new DynamoMemberStore(table);
    Erasure erasure = new Erasure(members, new DynamoErasureStore(table));
    News news = new News(members, new DynamoNewsStore(table, clock), clock);
    endpoint =
        EventEndpoint.of("members-subscriber", clock)
            .on("SubmissionAccepted", event -> signups.take(Signup.of(event, vocabulary)))
            .on("SubmissionCorrected", event -> signups.take(Signup.of(event, vocabulary)))
            .on("SubmissionWithdrawn", event -> withdraw(signups, event))
            .on("ThreadPosted", posts::posted)
            .on("ReplyPosted", posts::posted)
            .on("PostRemoved", posts::removed)
            .on("MemberErased", event -> erasure.finish(event.entity()))
            .on("AlikeJoined", news::tell);
    Priming.beforeSnapshot(
        () -> {
          for (Kind kind : Kind.values()) {
            vocabulary.resolve(kind, "priming");
          }
          table.get(MemberKeys.profile("priming"));
        });
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    endpoint.handle(in, context);
  }

  private static void withdraw(Signups signups, DomainEvent event) {
    if (!event.text("mailbox").isEmpty()) {
      signups.withdraw(event.text("mailbox"), event.text("submissionId"), event.version());
    }
  }
}
