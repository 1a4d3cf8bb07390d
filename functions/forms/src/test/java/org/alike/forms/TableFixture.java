package org.alike.forms;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.alike.kernel.Environment;
import org.alike.store.DynamoTable;
import org.alike.store.Query;
import org.alike.store.SigningKey;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MovableClock;
import org.alike.testkit.Reply;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The function over a table of the embedded engine. */
final class TableFixture {
  static final String URLENCODED = "application/x-www-form-urlencoded";
  static final String SIGNUP =
      "email=maria%40example.org&displayName=Maria&conditions=ALS&consent=2026-11";
  private static final Environment ENVIRONMENT =
      Environment.of(Map.of("SITE_URL", "https://alike.example", "MINIMUM_AGE", "16"));
  final MovableClock clock = MovableClock.atNoon();
  final InMemoryFileStore files = new InMemoryFileStore();
  final String name = EmbeddedDynamo.newTable();

  TableFixture() {
    new SigningKey(new DynamoTable(EmbeddedDynamo.client(), name, clock), new SecureRandom()).get();
  }

  FormsFunction function() {
    return function(EmbeddedDynamo.client());
  }

  FormsFunction function(DynamoDbClient client) {
    return new FormsFunction(
        ENVIRONMENT, new DynamoTable(client, name, clock), files, new SecureRandom(), clock);
  }

  FormsReceipts receipts() {
    return receipts(EmbeddedDynamo.client());
  }

  FormsReceipts receipts(DynamoDbClient client) {
    return new FormsReceipts(
        ENVIRONMENT, new DynamoTable(client, name, clock), new SecureRandom(), clock);
  }

  FormsOwner owner() {
    return owner(EmbeddedDynamo.client());
  }

  FormsOwner owner(DynamoDbClient client) {
    return new FormsOwner(
        Environment.of(Map.of("WEBHOOKS_TO_LOOPBACK", "true")),
        new DynamoTable(client, name, clock),
        files,
        new SecureRandom(),
        clock);
  }

  FormsSubscriber subscriber() {
    return new FormsSubscriber(new DynamoTable(EmbeddedDynamo.client(), name, clock), files, clock);
  }

  /** Writes a form as its owner; submissions of any function of this fixture see it. */
  Reply put(String form, Map<String, Object> definition) {
    return HttpCall.of("PUT /forms/{form}")
        .path("form", form)
        .claim("groups", "[owner]")
        .claim("sub", "the-owner")
        .header("if-none-match", "*")
        .json(definition)
        .send(owner());
  }

  DynamoTable table() {
    return new DynamoTable(EmbeddedDynamo.client(), name, clock);
  }

  /** Everything that was kept of a form. */
  List<Submission> kept(String form) {
    DynamoTable table = new DynamoTable(EmbeddedDynamo.client(), name, clock);
    return IntStream.range(0, SubmissionKeys.SHARDS)
        .mapToObj(shard -> Query.partition(SubmissionKeys.inbox(form, shard)))
        .flatMap(query -> table.query(query).items().stream())
        .flatMap(item -> DynamoSubmissionStore.submission(item).stream())
        .toList();
  }

  SubmissionStore store() {
    return new DynamoSubmissionStore(new DynamoTable(EmbeddedDynamo.client(), name, clock), clock);
  }

  static HttpCall signup() {
    return HttpCall.of("POST /f/{form}")
        .path("form", "signup")
        .header("accept", "application/json")
        .body(URLENCODED, SIGNUP);
  }

  /** Everything in the table but the key that its links are sealed with. */
  List<String> dump() {
    return EmbeddedDynamo.dump(name).stream().filter(item -> !item.contains("CURSOR-KEY")).toList();
  }

  /** The table with what generated ids decide written the same, for comparing two runs. */
  List<String> dumpWithoutIds() {
    return dump().stream()
        .map(item -> item.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "<id>"))
        .map(item -> item.replaceAll("/receipts/[A-Za-z0-9_-]+", "/receipts/<token>"))
        .map(item -> item.replaceAll("(INBOX#[a-z-]+#)[0-3]", "$1<shard>"))
        .sorted()
        .toList();
  }
}
