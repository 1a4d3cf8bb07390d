package org.alike.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The invocation that the current thread works for: which request caused it, and what it costs.
 *
 * <p>Lambda runs one invocation at a time per instance, on one thread, so a thread-local is exact.
 * The cause travels on items and events, which lets anybody follow one request through streams and
 * bus to its last subscriber.
 */
public final class Invocation implements AutoCloseable {
  private static final ThreadLocal<@Nullable Invocation> CURRENT = new ThreadLocal<>();
  private final String cause;
  private final Cost cost = new Cost();

  private Invocation(String cause) {
    this.cause = cause;
  }

  /** Begins an invocation on this thread; close it at the end. */
  public static Invocation begin(String cause) {
    Invocation invocation = new Invocation(cause);
    CURRENT.set(invocation);
    return invocation;
  }

  /** The invocation this thread works for, if any. */
  public static Optional<Invocation> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** The id of the request that began it all. */
  public String cause() {
    return cause;
  }

  /** What it has cost so far. */
  public Cost cost() {
    return cost;
  }

  @Override
  public void close() {
    CURRENT.remove();
  }
}
