package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Ids;
import org.alike.kernel.Json;
import org.alike.store.DynamoTable;
import org.alike.store.Write;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.alike.testkit.StreamCall;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An inbox over a table of the embedded engine, and its owner. */
final class InboxFixture {
  static final String FORM = "contact";
  final TableFixture table = new TableFixture();
  final FormsOwner owner = table.owner();

  /** Keeps a submission that came so long ago, as submitting does; returns its id. */
  String submitted(Duration ago, Submission.Status status, String... namesAndValues) {
    return submitted(FORM, Purpose.INBOX, ago, status, namesAndValues);
  }

  String received(String... namesAndValues) {
    return submitted(Duration.ZERO, Submission.Status.RECEIVED, namesAndValues);
  }

  String quarantined(String... namesAndValues) {
    return submitted(Duration.ZERO, Submission.Status.QUARANTINED, namesAndValues);
  }

  String submitted(
      String form, Purpose purpose, Duration ago, Submission.Status status, String... texts) {
    Instant then = table.clock.instant().minus(ago);
    List<Submission.Value> values = new ArrayList<>();
    for (int i = 0; i < texts.length; i += 2) {
      values.add(new Submission.Value(texts[i], texts[i + 1]));
    }
    Submission submission =
        submission(
            new Ids(Clock.fixed(then, ZoneOffset.UTC), new SecureRandom()).next(),
            form,
            purpose,
            then,
            status,
            values);
    table(EmbeddedDynamo.client()).write(Write.put(DynamoSubmissionStore.item(submission)));
    return submission.id();
  }

  /** One in quarantine, with this id. */
  static Submission submission(String id, Clock clock) {
    return submission(
        id,
        FORM,
        Purpose.INBOX,
        clock.instant(),
        Submission.Status.QUARANTINED,
        List.of(new Submission.Value("message", "Hello")));
  }

  static Submission submission(
      String id,
      String form,
      Purpose purpose,
      Instant then,
      Submission.Status status,
      List<Submission.Value> values) {
    return new Submission(
        id,
        form,
        purpose,
        status,
        status == Submission.Status.RECEIVED ? List.of() : List.of("honeypot"),
        values,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        then,
        then.plus(Duration.ofDays(30)),
        List.of());
  }

  DynamoTable table(DynamoDbClient client) {
    return new DynamoTable(client, table.name, table.clock);
  }

  static HttpCall call(String route) {
    return HttpCall.of(route)
        .path("form", FORM)
        .claim("sub", "the-owner")
        .claim("groups", "[owner]");
  }

  static HttpCall one(String method, String id) {
    return call(method + " /forms/{form}/submissions/{id}").path("id", id);
  }

  /** A page of the inbox; filters are names and values. */
  Reply list(String... filters) {
    HttpCall call = call("GET /forms/{form}/submissions");
    for (int i = 0; i < filters.length; i += 2) {
      call.query(filters[i], filters[i + 1]);
    }
    return call.send(owner);
  }

  Reply search(Object... body) {
    return call("POST /forms/{form}/submissions/search").json(Json.of(body)).send(owner);
  }

  Reply change(String id, String match, Map<String, Object> patch) {
    return one("PATCH", id).header("if-match", match).json(patch).send(owner);
  }

  static List<String> ids(Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return items(reply).stream().map(item -> String.valueOf(item.get("id"))).toList();
  }

  static List<Map<String, Object>> items(Reply reply) {
    return ((List<?>) reply.json().getOrDefault("items", List.of()))
        .stream().map(item -> Json.asObject(item).orElseThrow()).toList();
  }

  /** What the table's stream makes of the step, on the bus. */
  List<DomainEvent> told(Runnable step) {
    Map<String, Map<String, AttributeValue>> before = items();
    step.run();
    StreamCall stream = new StreamCall();
    items()
        .forEach(
            (key, item) -> {
              Map<String, AttributeValue> old = before.getOrDefault(key, Map.of());
              if (old.isEmpty()) {
                stream.inserted(item);
              } else if (!old.equals(item)) {
                stream.modified(old, item);
              }
            });
    List<DomainEvent> told = new ArrayList<>();
    stream.send(
        new FormsPublisher(
            (source, events) -> {
              told.addAll(events);
              return Set.of();
            },
            table.clock));
    return told;
  }

  private Map<String, Map<String, AttributeValue>> items() {
    return new HashMap<>(
        EmbeddedDynamo.items(table.name).stream()
            .collect(
                Collectors.toMap(item -> text(item, "pk") + " " + text(item, "sk"), item -> item)));
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return String.valueOf(item.get(name));
  }

  /** A field of a reply, or an empty text. */
  static String field(Reply reply, String name) {
    return String.valueOf(reply.json().getOrDefault(name, ""));
  }
}
