package org.alike.members;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.alike.kernel.Environment;
import org.alike.kernel.Json;
import org.alike.kernel.Priming;
import org.alike.kernel.ScheduleEndpoint;
import org.alike.mail.Mail;
import org.alike.mail.SesMail;
import org.alike.store.DynamoTable;
import org.alike.store.StreamEndpoint;

/**
 * Sends the letters of the outbox, called by the table's stream for new ones and by a schedule for
 * those left behind. Thread-safe.
 */
public final class MembersMailer implements RequestStreamHandler {
  private final StreamEndpoint stream;
  private final ScheduleEndpoint schedule;

  /** As Lambda makes it. */
  public MembersMailer() {
    this(Environment.ofProcess());
  }

  /** With these settings: {@code TABLE}, {@code MAIL_FROM}, {@code API_URL}, {@code SITE_URL}. */
  public MembersMailer(Environment environment) {
    this(
        environment,
        DynamoTable.connect(environment, Clock.systemUTC()),
        SesMail.connect(environment),
        Clock.systemUTC());
  }

  MembersMailer(Environment environment, DynamoTable table, Mail mail, Clock clock) {
    LetterTexts texts =
        new LetterTexts(environment.required("API_URL"), environment.required("SITE_URL"));
    MemberStore members = new DynamoMemberStore(table);
    Franking franking =
        new Franking(
            members,
            new DynamoSignupStore(table, clock),
            new DynamoAddressStore(table),
            new DynamoFrankingStore(table, clock),
            clock);
    Postman postman = new Postman(new DynamoOutbox(table), franking, mail, texts, clock);
    stream = new StreamEndpoint("members-mailer", clock, postman::deliver);
    schedule = new ScheduleEndpoint("members-mailer", clock, postman::sweep);
    Priming.beforeSnapshot(() -> table.get(MemberKeys.profile("priming")));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    byte[] event = in.readAllBytes();
    if (Json.trusted(new ByteArrayInputStream(event)).containsKey("Records")) {
      stream.handle(new ByteArrayInputStream(event), out, context);
    } else {
      schedule.handle(context);
    }
  }
}
