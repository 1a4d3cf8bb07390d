package org.alike.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. Thread-safe. */
public final class MovableClock extends Clock {
  private Instant now;

  /** A clock at this moment. */
  public MovableClock(Instant now) {
    this.now = now;
  }

  /** A clock at noon on 23 November 2026. */
  public static MovableClock atNoon() {
    return new MovableClock(Instant.parse("2026-11-23T12:00:00Z"));
  }

  /** Moves on by so much. */
  public synchronized void advance(Duration step) {
    now = now.plus(step);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
