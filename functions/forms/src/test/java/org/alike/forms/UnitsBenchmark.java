package org.alike.forms;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.alike.kernel.Ids;
import org.alike.store.DynamoTable;
import org.alike.store.Write;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MeteredDynamo;
import org.alike.testkit.Reply;

/**
 * Counts what DynamoDB bills for submissions and for their owner's inbox: reads as it reports them,
 * writes by its price list. docs/forms.md has the command and what came out.
 *
 * <p>The inbox has 5,000 submissions of 30 days, each with 1 KB of text; one in ten is in
 * quarantine, and one in a thousand has the word that is searched for.
 */
final class UnitsBenchmark {
  private static final int MANY = 5_000;
  private static final int SENT = 200;
  private static final Duration ALONE = Duration.ofMinutes(47);
  private static final Duration BUSY = Duration.ofSeconds(25);
  private static final String FORM = "contact";
  private static final String KILOBYTE = "a word ".repeat(140);
  private final TableFixture fixture = new TableFixture();
  private final MeteredDynamo meter = new MeteredDynamo();
  private final FormsFunction function = fixture.function(meter.client());
  private final FormsOwner owner = fixture.owner(meter.client());

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    int status = 1;
    try {
      new UnitsBenchmark().submissions();
      new UnitsBenchmark().inbox();
      status = 0;
    } catch (RuntimeException failed) {
      System.err.println(failed);
    }
    // The embedded engine's threads would go on for ever.
    System.exit(status);
  }

  private void submissions() {
    submit("plain, 0.2 KB", ALONE, n -> message(n, "Hello"));
    submit("plain, 1 KB", ALONE, n -> message(n, KILOBYTE));
    submit(
        "with an Idempotency-Key, 1 KB",
        ALONE,
        n -> message(n, KILOBYTE).header("idempotency-key", "k" + n));
    submit("signup, 0.4 KB", ALONE, UnitsBenchmark::signup);
    submit("1 KB, 24 in ten minutes from a network", BUSY, n -> message(n, KILOBYTE));
  }

  /** So long after the one before: a network that sends one now and then, or nearly all it may. */
  private void submit(String what, Duration after, IntFunction<HttpCall> call) {
    fixture.clock.advance(ALONE);
    call.apply(0).send(function);
    meter.reset();
    for (int n = 1; n <= SENT; n++) {
      fixture.clock.advance(after);
      Reply reply = call.apply(n).send(function);
      if (reply.status() >= 400) {
        throw new IllegalStateException(reply.body());
      }
    }
    say(
        "%-40s %5.2f written %6.2f read %5.1f requests",
        what, meter.written() / SENT, meter.read() / SENT, (double) meter.requests() / SENT);
  }

  private static HttpCall signup(int n) {
    String person = TableFixture.SIGNUP.replace("maria", "maria" + n);
    return TableFixture.signup().body(TableFixture.URLENCODED, person);
  }

  private static HttpCall message(int n, String text) {
    return HttpCall.of("POST /f/{form}")
        .path("form", FORM)
        .header("accept", "application/json")
        .json(Map.of("email", "maria@example.org", "name", "N" + n, "message", text));
  }

  private void inbox() {
    List<String> ids = fill();
    measure("a page of 20", list("GET /forms/{form}/submissions"));
    measure("a page of 50", list("GET /forms/{form}/submissions").query("limit", "50"));
    measure(
        "a page of 20 in quarantine",
        list("GET /forms/{form}/submissions").query("status", "quarantined"));
    measure(
        "a search, up to its budget",
        list("POST /forms/{form}/submissions/search").json(Map.of("q", "needle")));
    String newest = ids.get(0);
    measure("the tail, nothing new", list("GET /forms/{form}/submissions").query("since", newest));
    measure("one", one("GET", newest));
    measure(
        "a mark", one("PATCH", newest).header("if-match", "\"0\"").json(Map.of("mark", "read")));
    measure("a deletion", one("DELETE", newest));
    measure("counts of a day", list("GET /forms/{form}/counts").query("days", "1"));
    measure("counts of 30 days", list("GET /forms/{form}/counts"));
    measure("the first part of export.csv", list("GET /forms/{form}/export.csv"));
    measure("the first part of export.jsonl", list("GET /forms/{form}/export.jsonl"));
  }

  private List<String> fill() {
    List<String> ids = new ArrayList<>();
    Random random = new Random(47);
    DynamoTable quiet = fixture.table();
    long step = Duration.ofDays(30).toMillis() / MANY;
    for (int n = 0; n < MANY; n++) {
      Instant then = fixture.clock.instant().minusMillis(step * n);
      boolean aside = random.nextInt(10) == 0;
      Submission submission =
          InboxFixture.submission(
              new Ids(Clock.fixed(then, ZoneOffset.UTC), new SecureRandom()).next(),
              FORM,
              Purpose.INBOX,
              then,
              aside ? Submission.Status.QUARANTINED : Submission.Status.RECEIVED,
              List.of(
                  new Submission.Value("email", "maria@example.org"),
                  new Submission.Value("message", KILOBYTE + (n % 1_000 == 999 ? "needle" : ""))));
      quiet.write(Write.put(DynamoSubmissionStore.item(submission)));
      ids.add(submission.id());
    }
    return ids;
  }

  private static HttpCall list(String route) {
    return HttpCall.of(route)
        .path("form", FORM)
        .claim("sub", "the-owner")
        .claim("groups", "[owner]");
  }

  private static HttpCall one(String method, String id) {
    return list(method + " /forms/{form}/submissions/{id}").path("id", id);
  }

  /** Warm: the function has the form and the key of the cursors already. */
  private void measure(String what, HttpCall call) {
    list("GET /forms/{form}/submissions").query("limit", "1").send(owner);
    meter.reset();
    long start = System.nanoTime();
    Reply reply = call.send(owner);
    double millis = (System.nanoTime() - start) / 1e6;
    say(
        "%-40s %5.1f written %6.1f read %4d requests %6.0f ms  %d, %,d bytes",
        what,
        meter.written(),
        meter.read(),
        meter.requests(),
        millis,
        reply.status(),
        reply.body().length());
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
