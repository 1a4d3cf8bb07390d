package org.alike.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * {@code .ci/kill-test}: kills the local stack again and again while forms are sent to it, then
 * counts. Every submission that was answered with success has to be there, once.
 *
 * <p>Exit codes: 0 all are there once, 1 one is lost or there twice.
 */
final class KillUnderLoad {
  private static final int SENDERS = Integer.getInteger("senders", 16);
  private static final int KILLS = Integer.getInteger("kills", 20);
  private static final int SECONDS = Integer.getInteger("seconds", 20);
  private static final Path DISK =
      Path.of(System.getProperty("disk", System.getProperty("java.io.tmpdir")));
  private static final int MOST_BETWEEN_KILLS = 200;
  private static final int WARM_UP_SECONDS = 10;
  private final Ledger ledger = new Ledger();
  private final StackProcess stack;

  private KillUnderLoad(StackProcess stack) {
    this.stack = stack;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory(DISK, "alike-kill-test").resolve("data");
    say("The stack keeps its data in %s", Files.createDirectory(data));
    List<String> differences;
    try (StackProcess stack = StackProcess.start(Path.of("").toAbsolutePath(), data)) {
      differences = new KillUnderLoad(stack).run();
    }
    differences.forEach(System.out::println);
    System.exit(differences.isEmpty() ? 0 : 1);
  }

  private List<String> run() throws IOException, InterruptedException {
    Senders senders = new Senders(stack.api(), ledger, SENDERS);
    TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
    measure();
    kill();
    senders.finish();
    Map<Integer, List<String>> stored = stored();
    List<String> differences = ledger.differences(stored);
    long lost = differences.stream().filter(each -> each.endsWith("is lost")).count();
    long twice = differences.stream().filter(each -> each.endsWith("times")).count();
    say(
        "accepted=%d stored=%d repeated=%d kills=%d lost=%d twice=%d",
        ledger.size(), stored.size(), ledger.repeats(), KILLS, lost, twice);
    return differences;
  }

  /** How fast it is while nobody kills it. */
  private void measure() throws InterruptedException {
    ledger.forgetTimes();
    int before = ledger.size();
    TimeUnit.SECONDS.sleep(SECONDS);
    say(
        "senders=%d submissions/s=%.0f p50=%.1fms p99=%.1fms",
        SENDERS,
        (ledger.size() - before) / (double) SECONDS,
        ledger.millis(0.5),
        ledger.millis(0.99));
  }

  private void kill() throws IOException, InterruptedException {
    for (int i = 1; i <= KILLS; i++) {
      awaitAnswers(ledger.size() + ThreadLocalRandom.current().nextInt(MOST_BETWEEN_KILLS));
      int before = ledger.size();
      stack.killAndRestart();
      say("kill %d after %d submissions", i, before);
    }
  }

  /** Kills are to hit the stack at work, however long it takes to warm up. */
  private void awaitAnswers(int count) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (ledger.size() <= count) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("The stack answers no more");
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  /** The ids under which each submission is there. */
  private Map<Integer, List<String>> stored() {
    Map<Integer, List<String>> stored = new TreeMap<>();
    try (DynamoDbClient tables = client()) {
      tables.scanPaginator(scan -> scan.tableName("FormsTable")).items().stream()
          .filter(item -> text(item, "pk").startsWith("INBOX#"))
          .forEach(item -> add(stored, item));
    }
    return stored;
  }

  private static void add(Map<Integer, List<String>> stored, Map<String, AttributeValue> item) {
    int number = SentForm.numberIn(item.toString());
    if (number >= 0) {
      String key = text(item, "sk");
      String id = key.substring(key.indexOf('#') + 1);
      stored.computeIfAbsent(number, none -> new ArrayList<>()).add(id);
    }
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return item.getOrDefault(name, AttributeValue.fromS("")).s();
  }

  private DynamoDbClient client() {
    return DynamoDbClient.builder()
        .endpointOverride(stack.dynamoDb())
        .region(Region.of(Settings.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }
}
