package org.alike.forms;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.alike.kernel.Environment;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MovableClock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The function over a table of the embedded engine. */
final class TableFixture {
  static final String URLENCODED = "application/x-www-form-urlencoded";
  static final String SIGNUP =
      "email=maria%40example.org&displayName=Maria&conditions=ALS&consent=2026-11";
  final MovableClock clock = MovableClock.atNoon();
  final String name = EmbeddedDynamo.newTable();

  FormsFunction function() {
    return function(EmbeddedDynamo.client());
  }

  FormsFunction function(DynamoDbClient client) {
    Environment environment =
        Environment.of(Map.of("SITE_URL", "https://alike.example", "MINIMUM_AGE", "16"));
    return new FormsFunction(
        environment, new DynamoTable(client, name, clock), new SecureRandom(), clock);
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

  List<String> dump() {
    return EmbeddedDynamo.dump(name);
  }

  /** The table with every generated id written the same, for comparing two runs. */
  List<String> dumpWithoutIds() {
    return dump().stream()
        .map(item -> item.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "<id>"))
        .sorted()
        .toList();
  }
}
