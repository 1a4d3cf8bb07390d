package org.alike.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Invokes functions by the template's schedules, as EventBridge does: asynchronously. */
final class Schedules implements AutoCloseable {
  private final AsyncQueue queue;
  private final Ids ids;
  private final Clock clock;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, Threads.daemon("schedules"));

  Schedules(AsyncQueue queue, Ids ids, Clock clock) {
    this.queue = queue;
    this.ids = ids;
    this.clock = clock;
  }

  void start(List<Template.Schedule> schedules) {
    for (Template.Schedule schedule : schedules) {
      next(schedule, Timetable.of(schedule.expression()), clock.instant());
    }
  }

  private void next(Template.Schedule schedule, Timetable timetable, Instant last) {
    Instant due = timetable.after(last);
    long wait = Math.max(0, Duration.between(clock.instant(), due).toMillis());
    try {
      Future<?> unused =
          timer.schedule(() -> run(schedule, timetable, due), wait, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      timer.purge(); // we are stopping
    }
  }

  private void run(Template.Schedule schedule, Timetable timetable, Instant due) {
    queue.submit(schedule.function(), event(schedule, due), origin(schedule));
    next(schedule, timetable, due);
  }

  private static Origin origin(Template.Schedule schedule) {
    return new Origin("schedule", schedule.expression(), Set.of());
  }

  private ObjectNode event(Template.Schedule schedule, Instant due) {
    ObjectNode event = Json.object().put("version", "0").put("id", ids.next());
    event.put("detail-type", "Scheduled Event").put("source", "aws.events");
    event.put("account", Settings.ACCOUNT);
    event.put("time", due.truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", Settings.REGION);
    event.putArray("resources").add(Arn.ofRule(schedule.name()));
    event.putObject("detail");
    return event;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
