package org.alike.members;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.alike.kernel.Digest;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Environment;
import org.alike.kernel.Ids;
import org.alike.kernel.Json;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MovableClock;
import org.alike.testkit.Reply;
import org.alike.testkit.StreamCall;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** All functions of the feature over one table of the embedded engine. */
final class House {
  static final String SITE = "https://alike.example";
  private static final Environment ENVIRONMENT =
      Environment.of(
          Map.of(
              "SITE_URL", SITE,
              "API_URL", "https://api.alike.example",
              "MINIMUM_AGE", "16",
              "CONSENT_VERSIONS", "2026-11,2026-12"));
  private final SecureRandom random = new SecureRandom();
  final MovableClock clock;
  final String name;
  final RecordingMail mail;
  final RecordingBus bus = new RecordingBus();
  final List<String> log = new ArrayList<>();
  final MembersFunction members;
  final MembersSubscriber subscriber;
  final MembersMailer mailer;
  final MembersSignIn signIn;
  final MembersPublisher publisher;

  /** Over a table of its own. */
  House() {
    this(
        MovableClock.atNoon(),
        EmbeddedDynamo.newTable(),
        new RecordingMail(),
        EmbeddedDynamo.client());
  }

  private House(MovableClock clock, String name, RecordingMail mail, DynamoDbClient client) {
    this.clock = clock;
    this.name = name;
    this.mail = mail;
    DynamoTable table = new DynamoTable(client, name, clock);
    members = new MembersFunction(ENVIRONMENT, table, random, clock);
    subscriber = new MembersSubscriber(ENVIRONMENT, table, random, clock);
    mailer = new MembersMailer(ENVIRONMENT, table, mail, clock);
    signIn = new MembersSignIn(table, clock);
    publisher = new MembersPublisher(bus, clock);
  }

  /** The same house, reaching its table in another way. */
  House over(DynamoDbClient client) {
    return new House(clock, name, mail, client);
  }

  /** The event of a submission that arrives now. */
  DomainEvent submission(String... namesAndValues) {
    String id = new Ids(clock, random).next();
    List<Object> fields = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(Json.of("name", namesAndValues[i], "value", namesAndValues[i + 1]));
    }
    Instant now = clock.instant();
    return DomainEvent.of(
        "SubmissionAccepted",
        id,
        1,
        now,
        "request-1",
        Json.of(
            "form",
            "signup",
            "purpose",
            "signup",
            "submissionId",
            id,
            "receivedAt",
            now.toString(),
            "fields",
            fields));
  }

  /** The same submission, corrected, under the next version. */
  DomainEvent corrected(DomainEvent before, String... namesAndValues) {
    DomainEvent other = submission(namesAndValues);
    Map<String, Object> data = new LinkedHashMap<>(before.data());
    data.put("fields", Objects.requireNonNull(other.data().get("fields")));
    return DomainEvent.of(
        "SubmissionCorrected",
        before.entity(),
        before.version() + 1,
        clock.instant(),
        "request-2",
        data);
  }

  /** The same submission, accepted after all, under the version that follows. */
  DomainEvent accepted(DomainEvent aside, DomainEvent first) {
    return DomainEvent.of(
        "SubmissionAccepted",
        first.entity(),
        aside.version() + 1,
        first.time(),
        "request-4",
        first.data());
  }

  /** That its sender took it back. */
  DomainEvent withdrawn(DomainEvent before, String mailbox) {
    return DomainEvent.of(
        "SubmissionWithdrawn",
        before.entity(),
        before.version() + 1,
        clock.instant(),
        "request-3",
        Json.of(
            "form",
            "signup",
            "purpose",
            "signup",
            "submissionId",
            before.entity(),
            "mailbox",
            Digest.of(mailbox)));
  }

  DomainEvent maria() {
    return submission(
        "email", "Maria@Example.org",
        "displayName", "Maria",
        "conditions", "Lou Gehrig's disease",
        "conditions", "",
        "conditions", "zorgle",
        "symptoms", "muscle weakness",
        "birthYear", "1970",
        "consent", "2026-11");
  }

  void take(DomainEvent submission) {
    log.addAll(EventCall.deliver(subscriber, submission));
  }

  /** Lets the schedule call the mailer. */
  void sweep() {
    log.addAll(
        EventCall.send(mailer, Json.of("source", "aws.events", "detail-type", "Scheduled Event"))
            .log());
  }

  Reply confirm(String token) {
    return send(
        HttpCall.of("POST /confirmations/{token}")
            .path("token", token)
            .header("accept", "application/json"));
  }

  Reply send(HttpCall call) {
    Reply reply = call.send(members);
    log.addAll(reply.log());
    return reply;
  }

  /** Makes a member the way patients do; returns the id. */
  String join(DomainEvent submission) {
    take(submission);
    sweep();
    List<String> before = memberIds();
    confirm(mail.lastToken());
    return memberIds().stream().filter(id -> !before.contains(id)).findFirst().orElseThrow();
  }

  /** What the publisher tells of the table as it is now. */
  DomainEvent published() {
    publish();
    return bus.events().get(bus.events().size() - 1);
  }

  /** The same, and hears what it told itself. */
  void publishAndHear() {
    int before = bus.events().size();
    publish();
    List<DomainEvent> told = bus.events();
    told.subList(before, told.size()).stream()
        .filter(event -> event.type().equals("MemberErased"))
        .forEach(this::take);
  }

  /** Sends the table as it is through the publisher. */
  void publish() {
    StreamCall changes = new StreamCall();
    EmbeddedDynamo.items(name).forEach(changes::inserted);
    log.addAll(changes.send(publisher).log());
  }

  /** A member of this name, whom all members may see. */
  String member(String name) {
    return join(
        submission(
            "email", name.toLowerCase(Locale.ROOT) + "@example.org",
            "displayName", name,
            "conditions", "ALS",
            "visibility", "members",
            "consent", "2026-11"));
  }

  /** What the publisher tells of all that the table's items become meanwhile. */
  List<DomainEvent> told(Runnable meanwhile) {
    Map<String, Map<String, AttributeValue>> before = itemsByKey();
    meanwhile.run();
    Map<String, Map<String, AttributeValue>> after = itemsByKey();
    StreamCall call = new StreamCall();
    before.forEach(
        (key, item) -> {
          if (!after.containsKey(key)) {
            call.removed(item);
          }
        });
    after.forEach(
        (key, item) -> {
          Map<String, AttributeValue> old = before.get(key);
          if (old == null) {
            call.inserted(item);
          } else if (!old.equals(item)) {
            call.modified(old, item);
          }
        });
    int known = bus.events().size();
    call.send(publisher);
    return bus.events().subList(known, bus.events().size());
  }

  private Map<String, Map<String, AttributeValue>> itemsByKey() {
    Map<String, Map<String, AttributeValue>> items = new TreeMap<>();
    EmbeddedDynamo.items(name).forEach(i -> items.put(text(i, "pk") + " " + text(i, "sk"), i));
    return items;
  }

  List<String> memberIds() {
    return EmbeddedDynamo.items(name).stream()
        .filter(item -> "profile".equals(text(item, "sk")) && !item.containsKey("erased"))
        .map(item -> text(item, "pk").substring("member#".length()))
        .toList();
  }

  List<String> dump() {
    return EmbeddedDynamo.dump(name);
  }

  /** The sort keys of all items, which say what there is. */
  List<String> sortKeys() {
    return EmbeddedDynamo.items(name).stream().map(item -> text(item, "sk")).toList();
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? "" : value.s();
  }
}
