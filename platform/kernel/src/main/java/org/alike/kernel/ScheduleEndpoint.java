package org.alike.kernel;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Clock;
import java.util.function.IntSupplier;

/**
 * The side of a function that a schedule calls: does its work and writes one log line. A fault
 * leaves the function without its message, since that may hold a value. Thread-safe.
 */
public final class ScheduleEndpoint {
  private final String function;
  private final Clock clock;
  private final IntSupplier work;

  /**
   * An endpoint of the function with this name, as it appears in log lines and metrics.
   *
   * @param work what is done each time; tells how many things it did
   */
  public ScheduleEndpoint(String function, Clock clock, IntSupplier work) {
    this.function = function;
    this.clock = clock;
    this.work = work;
  }

  /** Does the work once. */
  public void handle(Context context) {
    long start = clock.millis();
    String cause = context.getAwsRequestId();
    LogLine line = new LogLine(function, cause, start).with("event", "schedule");
    try (Invocation invocation = Invocation.begin(cause)) {
      try {
        line.with("handled", work.getAsInt());
      } catch (RuntimeException fault) {
        line.fault(fault);
        throw new WorkNotDone();
      } finally {
        line.write(context, clock.millis(), invocation.cost());
      }
    }
  }

  /** Leaves the function when the work could not be done this time. */
  static final class WorkNotDone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkNotDone() {
      super("The scheduled work was not done; see the log line", null, false, false);
    }
  }
}
