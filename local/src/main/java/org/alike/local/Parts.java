package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Makes the parts of the local stack, connects them, starts them, and stops them in reverse. */
final class Parts implements AutoCloseable {
  static final String CLIENT = "alike-site";
  private static final int INSTANCES = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Clock clock = Clock.systemUTC();
  private final Ids ids = Ids.RANDOM;
  private final Deque<AutoCloseable> open;
  private final ExecutorService threads = Executors.newCachedThreadPool(Threads.daemon("function"));
  private final Settings settings;
  private final Store store;
  private final WebServer api;
  private final WebServer aws;
  private final Template template;
  private final Database database;
  private final Tables tables;
  private final FunctionLog log;
  private final Functions functions;
  private final Trace trace = new Trace();
  private final Undelivered undelivered;
  private final AsyncQueue queue;
  private final Outbox outbox;
  private final Streams streams = new Streams();
  private final SigningKey key;
  private final Tokens tokens;
  private final LocalPages pages;

  private Parts(Settings settings, Consumer<String> progress, Deque<AutoCloseable> open) {
    this.settings = settings;
    this.open = open;
    store = new Store(settings.data());
    api = opened(WebServer.bind(settings.ports().api(), "the API"));
    aws = opened(WebServer.bind(settings.ports().aws(), "AWS services"));
    template =
        TemplateReader.read(
            settings.template(), parameters(), Map.of("Api.ApiEndpoint", api.uri().toString()));
    progress.accept(
        "Read %s: %d functions, %d routes, %d tables"
            .formatted(
                settings.template().getFileName(),
                template.functions().size(),
                template.api().routes().size(),
                template.tables().size()));
    database = opened(Database.start(store.file("dynamodb"), settings.ports().dynamoDb()));
    tables = new Tables(database.tables());
    List<String> made = tables.create(template.tables());
    progress.accept(
        "Started DynamoDB Local at " + database.uri() + (made.isEmpty() ? "" : ", made " + made));
    undelivered = new Undelivered(store.lines("undelivered.jsonl"), clock);
    outbox = new Outbox(store.lines("outbox.jsonl"), ids, clock);
    log = new FunctionLog(store.file("functions.log"), System.out);
    functions = new Functions(pools(), trace, log, clock);
    queue = opened(queue());
    key = SigningKey.in(store.file("sign-in-key.json"));
    tokens = new Tokens(issuer(), CLIENT, key, Roles.standard(), functions, ids, clock);
    pages = makePages();
  }

  static Parts start(Settings settings, Consumer<String> progress) {
    Deque<AutoCloseable> open = new ArrayDeque<>();
    try {
      Parts parts = new Parts(settings, progress, open);
      parts.run(progress);
      return parts;
    } catch (RuntimeException e) {
      closeAll(open);
      throw e;
    }
  }

  private void run(Consumer<String> progress) {
    Bus bus = new Bus(template.rules(), queue, ids, clock);
    AwsApi services = new AwsApi(bus, outbox, functions);
    Buckets buckets = opened(Buckets.open(template, store.file("objects"), clock));
    template.buckets().forEach(bucket -> aws.serve("/" + bucket.name(), buckets.handler()));
    aws.serve(services::answer);
    opened(streams);
    functions.afterEach(
        function -> streams.nudge(function.environment().getOrDefault("TABLE", "")));
    Checkpoints checkpoints = new Checkpoints(store.lines("checkpoints.jsonl"));
    template.mappings().forEach(mapping -> streams.start(reader(mapping, checkpoints)));
    progress.accept(
        "Reading %d streams, matching %d rules of the bus"
            .formatted(template.mappings().size(), template.rules().size()));
    Gateway gateway =
        new Gateway(template.api(), authorizers(), functions, threads, PATIENCE, ids, clock);
    api.serve(new FrontDoor(gateway, pages, settings.site())::answer);
    Schedules schedules = opened(new Schedules(queue, ids, clock));
    queue.resume();
    schedules.start(template.schedules());
    opened(api); // stopped first: nobody should meet what is half gone
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  private Map<String, String> parameters() {
    return Map.of(
        "Stage",
        "local",
        "SiteUrl",
        api.uri().toString(),
        "SubmissionsPerNetwork",
        "100000", // everybody comes from this machine
        "WebhooksToLoopback",
        "true",
        "MailFrom",
        "Alike <hello@alike.example>",
        "MailIdentity",
        "alike.example",
        "TokenIssuer",
        issuer(),
        "TokenAudience",
        CLIENT);
  }

  private String issuer() {
    return api.uri() + Issuer.PATH;
  }

  private Map<String, FunctionPool> pools() {
    FunctionEnvironment environment = new FunctionEnvironment(database.uri(), aws.uri());
    Map<String, FunctionPool> pools = new LinkedHashMap<>();
    for (Template.Function function : template.functions().values()) {
      var maker = HandlerLoader.load(function, environment.of(function));
      pools.put(function.name(), new FunctionPool(function, maker, INSTANCES, threads, ids));
    }
    return pools;
  }

  private AsyncQueue queue() {
    Journal journal = new Journal(store.lines("invocations.jsonl"));
    long retryMillis = settings.pace().retryMillis();
    return new AsyncQueue(functions, journal, undelivered, ids, clock, retryMillis);
  }

  private StreamReader reader(Template.Mapping mapping, Checkpoints checkpoints) {
    String stream = tables.streamOf(mapping.table());
    if (stream == null) {
      throw new StartProblem(mapping.name() + ": " + mapping.table() + " has no stream");
    }
    StreamBatch batch =
        new StreamBatch(mapping, functions, undelivered, clock, settings.pace().retryMillis());
    return new StreamReader(
        mapping, stream, database.streams(), batch, checkpoints, settings.pace().idlePollMillis());
  }

  private Map<String, JwtAuthorizer> authorizers() {
    Map<String, JwtAuthorizer> authorizers = new LinkedHashMap<>();
    for (Template.Authorizer rules : template.api().authorizers().values()) {
      boolean ours = rules.issuer().equals(issuer());
      JwtAuthorizer.Keys keys = ours ? key : new RemoteKeys(rules.issuer(), clock);
      authorizers.put(rules.name(), new JwtAuthorizer(rules, keys, clock));
    }
    return authorizers;
  }

  private LocalPages makePages() {
    List<String> origins = new ArrayList<>(template.api().cors().origins());
    origins.add(api.uri().toString());
    Issuer issuer = new Issuer(issuer(), CLIENT, origins, key, tokens, ids, clock);
    Overview overview = new Overview(template, places(), tables, undelivered, trace);
    return new LocalPages(overview, outbox, undelivered, issuer, tokens);
  }

  private Map<String, URI> places() {
    Map<String, URI> places = new LinkedHashMap<>();
    places.put("Site", api.uri().resolve("/"));
    places.put("API", api.uri().resolve("/conditions"));
    places.put("Mail outbox", api.uri().resolve("/_local/outbox"));
    places.put("Sign-in", URI.create(issuer() + "/.well-known/openid-configuration"));
    places.put("DynamoDB", database.uri());
    places.put("EventBridge, SES, Lambda and S3", aws.uri());
    return places;
  }

  URI api() {
    return api.uri();
  }

  URI aws() {
    return aws.uri();
  }

  URI dynamoDb() {
    return database.uri();
  }

  Template template() {
    return template;
  }

  Tokens tokens() {
    return tokens;
  }

  Outbox outbox() {
    return outbox;
  }

  Undelivered undelivered() {
    return undelivered;
  }

  /** Everything has been prepared: the health page says so, and the screen shows requests. */
  void ready() {
    log.showRequests();
    pages.ready();
  }

  Quiet quiet() {
    return new Quiet(functions, queue, streams);
  }

  JsonNode invoke(String function, JsonNode event) throws InterruptedException {
    Outcome outcome = functions.invoke(function, event, new Origin("hand", function, Set.of()));
    if (outcome.error() != null) {
      throw new AlikeLocal.FunctionFailed(
          function + " failed: " + outcome.error().type() + ": " + outcome.error().message());
    }
    return outcome.payload();
  }

  @Override
  public void close() {
    closeAll(open);
    threads.shutdownNow();
  }

  private static void closeAll(Deque<AutoCloseable> open) {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) { // what AutoCloseable declares; the others still want closing
        System.err.println("While stopping: " + e.getMessage());
      }
    }
  }
}
