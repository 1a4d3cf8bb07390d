package org.alike.forms;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLSocketFactory;
import org.alike.kernel.Environment;
import org.alike.kernel.Json;
import org.alike.kernel.Priming;
import org.alike.kernel.ScheduleEndpoint;
import org.alike.mail.Mail;
import org.alike.mail.SesMail;
import org.alike.store.DynamoTable;
import org.alike.store.Key;
import org.alike.store.SigningKey;
import org.alike.store.StreamEndpoint;

/**
 * Delivers submissions by mail and webhook: called by the table's stream for new ones, and by a
 * schedule for what is to be tried again and for what the stream lost. Thread-safe.
 */
public final class FormsDeliveries implements RequestStreamHandler {
  /** How long a webhook may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final StreamEndpoint stream;
  private final ScheduleEndpoint schedule;

  /** What is outside of this function: the network, and certificates. */
  record Outside(
      Mail mail, SafeAddresses.Resolver resolver, SSLSocketFactory tls, Duration patience) {}

  /** As Lambda makes it. */
  public FormsDeliveries() {
    this(Environment.ofProcess());
  }

  /**
   * With these settings: {@code TABLE}, {@code MAIL_FROM}, {@code API_URL}, {@code SITE_URL},
   * {@code WEBHOOKS_TO_LOOPBACK}.
   */
  public FormsDeliveries(Environment environment) {
    this(
        environment,
        DynamoTable.connect(environment, Clock.systemUTC()),
        new Outside(
            SesMail.connect(environment),
            InetAddress::getAllByName,
            (SSLSocketFactory) SSLSocketFactory.getDefault(),
            PATIENCE),
        new SecureRandom(),
        Clock.systemUTC());
  }

  FormsDeliveries(
      Environment environment,
      DynamoTable table,
      Outside outside,
      RandomGenerator random,
      Clock clock) {
    DeliveryStore store = new DeliveryStore(table);
    DeliverySettingsStore settings = new DeliverySettingsStore(table);
    FormDefinitions forms = FormDefinitions.of(new DynamoFormStore(table), clock);
    Retries retries = new Retries(random);
    Couriers couriers =
        new Couriers(
            webhooks(environment, outside, clock),
            mails(environment, outside, table, random, clock),
            retries,
            clock);
    DeliveryRound round = new DeliveryRound(store, settings, forms, couriers, clock);
    DeliveryRetries again =
        new DeliveryRetries(store, settings, forms, round, couriers, retries, clock);
    LostDeliveries lost = new LostDeliveries(store, settings, round, clock);
    stream = new StreamEndpoint("forms-deliveries", clock, round::read);
    schedule = new ScheduleEndpoint("forms-deliveries", clock, () -> lost.sweep() + again.run());
    Priming.beforeSnapshot(() -> table.get(Key.of("PRIMING", "PRIMING")));
  }

  private static WebhookCourier webhooks(Environment environment, Outside outside, Clock clock) {
    boolean loopback = isLoopbackAllowed(environment);
    return new WebhookCourier(
        new SafeAddresses(outside.resolver(), loopback),
        outside.tls(),
        loopback,
        outside.patience(),
        Executors.newCachedThreadPool(FormsDeliveries::daemon),
        clock);
  }

  private static MailCourier mails(
      Environment environment,
      Outside outside,
      DynamoTable table,
      RandomGenerator random,
      Clock clock) {
    return new MailCourier(
        outside.mail(),
        new DeliveryMails(environment.required("API_URL"), environment.required("SITE_URL")),
        new MailAllowance(table, clock),
        new SubscriptionLinks(new SigningKey(table, random)),
        clock);
  }

  /** Whether webhooks may call this very machine, which is for where all of it is developed. */
  static boolean isLoopbackAllowed(Environment environment) {
    return environment.orElse("WEBHOOKS_TO_LOOPBACK", "false").equals("true");
  }

  /** A name that takes long to look up must not keep the process. */
  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "webhook");
    thread.setDaemon(true);
    return thread;
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
