package org.alike.forms;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * Calls webhooks, several at the same time, each for a few seconds at most from its name to its
 * status. Thread-safe.
 */
final class WebhookCourier {
  private final SafeAddresses addresses;
  private final SSLSocketFactory tls;
  private final boolean loopback;
  private final Duration patience;
  private final ExecutorService threads;
  private final Clock clock;
  private final SlowReceivers slow = new SlowReceivers();

  /**
   * A courier.
   *
   * @param loopback whether this very machine may be called, too
   * @param patience how long a call may take
   * @param threads as many as there are calls at the same time
   */
  WebhookCourier(
      SafeAddresses addresses,
      SSLSocketFactory tls,
      boolean loopback,
      Duration patience,
      ExecutorService threads,
      Clock clock) {
    this.addresses = addresses;
    this.tls = tls;
    this.loopback = loopback;
    this.patience = patience;
    this.threads = threads;
    this.clock = clock;
  }

  /** Begins a call; how it ended is told when asked for. */
  Supplier<Attempt> begin(DeliveryJob job) {
    Optional<Webhook> webhook = job.settings().webhook(job.part().receiver());
    Optional<WebhookUrl> url = webhook.flatMap(hook -> WebhookUrl.parse(hook.url(), loopback));
    if (webhook.isEmpty()) {
      return () -> Attempt.needless("removed");
    }
    if (url.isEmpty()) {
      return () -> Attempt.never("address");
    }
    WebhookMessage message =
        WebhookMessage.of(job.deliverable(), job.part(), webhook.get(), clock.instant());
    WebhookCall call = new WebhookCall(url.get(), message, addresses, tls, patience);
    long started = System.nanoTime();
    Future<Attempt> future = threads.submit(() -> noted(job, call.call(), started));
    return () -> ended(job, call, future, started);
  }

  /** Whether this webhook failed or was slow just now. */
  boolean isSlow(DeliveryJob job) {
    return slow.has(job, clock.instant());
  }

  private Attempt ended(DeliveryJob job, WebhookCall call, Future<Attempt> future, long started) {
    long left = started + patience.toNanos() - System.nanoTime();
    try {
      return future.get(Math.max(0, left), TimeUnit.NANOSECONDS);
    } catch (TimeoutException tooSlow) {
      call.abort();
      return noted(job, Attempt.later("timeout"), started);
    } catch (ExecutionException fault) {
      return noted(job, Attempt.later("fault"), started);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      call.abort();
      return Attempt.later("interrupted");
    }
  }

  private Attempt noted(DeliveryJob job, Attempt attempt, long started) {
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    slow.note(job, attempt, took, clock.instant());
    return attempt;
  }
}
