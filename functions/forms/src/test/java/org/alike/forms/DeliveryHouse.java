package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.alike.kernel.Environment;
import org.alike.kernel.Json;
import org.alike.store.DynamoTable;
import org.alike.store.Write;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MovableClock;
import org.alike.testkit.Reply;
import org.alike.testkit.StreamCall;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Forms with everything that delivers their submissions, over a table of the embedded engine. */
final class DeliveryHouse {
  final TableFixture fixture = new TableFixture();
  final MovableClock clock = fixture.clock;
  final RecordingMail mail = new RecordingMail();
  final FormsFunction function = fixture.function();
  private final FormsDeliveries deliveries = deliveries(EmbeddedDynamo.client());
  private Map<String, Map<String, AttributeValue>> seen = new LinkedHashMap<>();

  FormsDeliveries deliveries(DynamoDbClient client) {
    return new FormsDeliveries(
        environment(),
        new DynamoTable(client, fixture.name, clock),
        new FormsDeliveries.Outside(
            mail,
            DeliveryHouse::loopback,
            (SSLSocketFactory) SSLSocketFactory.getDefault(),
            Duration.ofSeconds(1)),
        new SecureRandom(),
        clock);
  }

  /** No test asks the world's name servers. */
  private static InetAddress[] loopback(String host) throws UnknownHostException {
    if (!host.equals("127.0.0.1")) {
      throw new UnknownHostException();
    }
    return new InetAddress[] {InetAddress.getLoopbackAddress()};
  }

  FormsSubscriptions subscriptions() {
    return subscriptions(EmbeddedDynamo.client());
  }

  FormsSubscriptions subscriptions(DynamoDbClient client) {
    return new FormsSubscriptions(
        environment(), new DynamoTable(client, fixture.name, clock), new SecureRandom(), clock);
  }

  private static Environment environment() {
    return Environment.of(
        Map.of(
            "SITE_URL", "https://alike.example",
            "API_URL", "https://api.alike.example",
            "WEBHOOKS_TO_LOOPBACK", "true"));
  }

  /** A call of a route of the owner's. */
  static HttpCall owner(String route, String form) {
    return HttpCall.of(route)
        .path("form", form)
        .claim("groups", "[owner]")
        .claim("sub", "the-owner");
  }

  Reply send(HttpCall call) {
    return call.send(fixture.owner());
  }

  /** Writes the delivery settings of a form, whatever they were. */
  Reply deliver(String form, Map<String, Object> settings) {
    Reply before = send(owner("GET /forms/{form}/delivery-settings", form));
    return send(
        owner("PUT /forms/{form}/delivery-settings", form)
            .header("if-match", before.header("etag"))
            .json(settings));
  }

  /** The same with one webhook; returns its secret. */
  String hook(String form, String url) {
    Reply reply = deliver(form, Json.of("webhooks", List.of(Map.of("url", url))));
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return String.valueOf(webhooks(reply).get(0).get("secret"));
  }

  static List<Map<String, Object>> webhooks(Reply reply) {
    return objects(reply.json().get("webhooks"));
  }

  static List<Map<String, Object>> objects(@Nullable Object list) {
    return (list instanceof List<?> objects ? objects : List.of())
        .stream().map(each -> Json.asObject(each).orElseThrow()).toList();
  }

  /** Sends a form; returns the submission's id. */
  String submit(String form, String body) {
    Reply reply =
        HttpCall.of("POST /f/{form}")
            .path("form", form)
            .header("accept", "application/json")
            .body(TableFixture.URLENCODED, body)
            .send(function);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return String.valueOf(reply.json().get("submissionId"));
  }

  String contact(String message) {
    return submit("contact", "email=maria%40example.org&message=" + message);
  }

  /** What has changed since the last call and passes the template's filter. */
  StreamCall changes() {
    StreamCall call = new StreamCall();
    Map<String, Map<String, AttributeValue>> now = new LinkedHashMap<>();
    for (Map<String, AttributeValue> item : EmbeddedDynamo.items(fixture.name)) {
      now.put(text(item, "pk") + " " + text(item, "sk"), item);
    }
    Map<String, Map<String, AttributeValue>> before = new HashMap<>(seen);
    seen = now;
    now.forEach((key, item) -> record(call, before.getOrDefault(key, Map.of()), item));
    return call;
  }

  private static void record(
      StreamCall call, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    boolean told =
        text(after, "pk").startsWith("INBOX#")
            && after.containsKey("deliver")
            && text(after, "status").equals("received");
    if (told && before.isEmpty()) {
      call.inserted(after);
    } else if (told && !before.equals(after)) {
      call.modified(before, after);
    }
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? "" : value.s();
  }

  /** The stream tells of what has changed. */
  EventCall.Sent stream() {
    EventCall.Sent sent = changes().send(deliveries);
    assertThat(sent.output()).isEqualTo("{\"batchItemFailures\":[]}");
    return sent;
  }

  /** A minute has passed. */
  List<String> minute() {
    clock.advance(Duration.ofMinutes(1));
    return schedule(deliveries);
  }

  List<String> schedule(FormsDeliveries function) {
    return EventCall.send(function, Json.of("source", "aws.events")).log();
  }

  /** The owner does something to a submission's status, as the inbox does. */
  void status(String form, String id, String status) {
    DynamoTable table = new DynamoTable(EmbeddedDynamo.client(), fixture.name, clock);
    table.write(Write.update(SubmissionKeys.submission(form, id), "SET #status = ?", status));
  }

  /** The parts of a submission's delivery by their ids. */
  Map<String, Map<String, Object>> parts(String form, String id) {
    Reply reply = send(owner("GET /forms/{form}/deliveries/{id}", form).path("id", id));
    Map<String, Map<String, Object>> parts = new LinkedHashMap<>();
    if (reply.status() == 200) {
      objects(reply.json().get("parts"))
          .forEach(part -> parts.put(String.valueOf(part.get("kind")), part));
    }
    return parts;
  }

  List<Map<String, Object>> list(String form, String state) {
    Reply reply = send(owner("GET /forms/{form}/deliveries", form).query("state", state));
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return objects(reply.json().get("items"));
  }
}
