package org.alike.forms;

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
import org.alike.store.Key;

/**
 * Deletes files that were let go: {@code FilesReleased}. And erases the signups of a member who was
 * erased: {@code MemberErased}, and {@code MailboxForgotten} for each mailbox that was theirs
 * before. An event that comes again changes nothing, and one without the mailbox is a repeat of one
 * that had it. Thread-safe.
 */
public final class FormsSubscriber implements RequestStreamHandler {
  private final EventEndpoint endpoint;

  /** As Lambda makes it. */
  public FormsSubscriber() {
    this(Environment.ofProcess());
  }

  /** With these settings: {@code TABLE}, {@code FILES}. */
  public FormsSubscriber(Environment environment) {
    this(
        DynamoTable.connect(environment, Clock.systemUTC()),
        S3FileStore.connect(environment),
        Clock.systemUTC());
  }

  FormsSubscriber(DynamoTable table, FileStore files, Clock clock) {
    this(
        new DynamoSubmissionStore(table, clock),
        new ReleasedFiles(new DynamoUploadStore(table), files),
        clock);
    Priming.beforeSnapshot(() -> table.get(Key.of("PRIMING", "PRIMING")));
  }

  FormsSubscriber(SubmissionStore store, ReleasedFiles released, Clock clock) {
    endpoint =
        EventEndpoint.of("forms-subscriber", clock)
            .on(FileEvents.RELEASED, released::delete)
            .on("MemberErased", event -> erase(store, event))
            .on("MailboxForgotten", event -> erase(store, event));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    endpoint.handle(in, context);
  }

  private static void erase(SubmissionStore store, DomainEvent event) {
    String mailbox = event.text("mailbox");
    if (!mailbox.isEmpty()) {
      store.eraseSignups(mailbox);
    }
  }
}
