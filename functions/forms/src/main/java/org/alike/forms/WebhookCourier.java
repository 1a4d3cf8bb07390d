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
    long ends = System.nanoTime() + patience.toNanos();
    Future<Attempt> future = threads.submit(call);
    return () -> ended(call, future, ends);
  }

  private static Attempt ended(WebhookCall call, Future<Attempt> future, long ends) {
    try {
      return future.get(Math.max(0, ends - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException slow) {
      call.abort();
      return Attempt.later("timeout");
    } catch (ExecutionException fault) {
      return Attempt.later("fault");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      call.abort();
      return Attempt.later("interrupted");
    }
  }
}
