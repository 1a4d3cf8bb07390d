package org.alike.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.alike.kernel.Environment;
import org.alike.kernel.Failure;
import org.alike.kernel.Invocation;
import org.alike.kernel.Marker;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * One feature's table: the only way the house reads and writes DynamoDB.
 *
 * <p>Every write is one conditional request or one transaction. Expired items are never seen. A
 * table that is busy or away ends as {@link Failure} UNAVAILABLE (503 with Retry-After), after
 * bounded retries, and then nothing was written. Thread-safe.
 */
public final class DynamoTable {
  private static final int RETRY_AFTER_SECONDS = 2;
  private static final int MOST_IN_A_BATCH = 100;
  private static final int BATCH_ATTEMPTS = 4;
  private final DynamoDbClient client;
  private final String name;
  private final Clock clock;
  private final TransactionWriter writer;

  /** The table with this name. */
  public DynamoTable(DynamoDbClient client, String name, Clock clock) {
    this.client = client;
    this.name = name;
    this.clock = clock;
    this.writer = new TransactionWriter(client);
  }

  /** The table that the environment's {@code TABLE} names. */
  public static DynamoTable connect(Environment environment, Clock clock) {
    return new DynamoTable(AwsClients.dynamo(environment), environment.required("TABLE"), clock);
  }

  /** Reads an item consistently: it shows every write that ended before. */
  public Optional<Item> get(Key key) {
    return get(key, true);
  }

  /** Reads an item at half the cost; a write of the last second may be missing. */
  public Optional<Item> getEventually(Key key) {
    return get(key, false);
  }

  /**
   * Reads several items in as few requests as it takes, at half the cost; writes of the last second
   * may be missing. Each key is read once; what is not there is left out.
   */
  public List<Item> getAllEventually(Collection<Key> keys) {
    List<Item> items = new ArrayList<>();
    List<Key> wanted = List.copyOf(new LinkedHashSet<>(keys));
    for (int from = 0; from < wanted.size(); from += MOST_IN_A_BATCH) {
      List<Key> some = wanted.subList(from, Math.min(from + MOST_IN_A_BATCH, wanted.size()));
      batch(some).stream().map(Item::of).filter(this::alive).forEach(items::add);
    }
    return items;
  }

  /** Reads one page of a query; eventually consistent unless it says otherwise. */
  public Page query(Query query) {
    List<Item> items = new ArrayList<>();
    Map<String, AttributeValue> start =
        query.after() == null ? Map.of() : query.index().startKey(query.after());
    do {
      int wanted = query.limit() - items.size();
      QueryResponse response = page(query, start, wanted < Integer.MAX_VALUE ? wanted + 1 : wanted);
      response.items().stream().map(Item::of).filter(this::alive).forEach(items::add);
      start = response.lastEvaluatedKey();
    } while (!start.isEmpty() && items.size() <= query.limit());
    if (items.size() <= query.limit()) {
      return new Page(items, null);
    }
    List<Item> shown = items.subList(0, query.limit());
    return new Page(shown, query.index().place(shown.get(shown.size() - 1)));
  }

  /**
   * Reads one portion of a query, in one request: at most as many items as its limit says and about
   * a megabyte, expired ones included. So there may be fewer, even none, before the end: for
   * whoever must know how much is read.
   *
   * @param attributes with the key, all that is handed over; everything when none is named
   */
  public Portion portion(Query query, String... attributes) {
    Map<String, AttributeValue> start =
        query.after() == null ? Map.of() : query.index().startKey(query.after());
    QueryResponse response = page(query, start, query.limit(), attributes);
    List<Item> items = response.items().stream().map(Item::of).filter(this::alive).toList();
    Map<String, AttributeValue> last = response.lastEvaluatedKey();
    return new Portion(
        items, response.scannedCount(), last.isEmpty() ? null : query.index().place(Item.of(last)));
  }

  /** Writes all of these or none, in one request. */
  public Outcome write(Write... writes) {
    return write(List.of(writes), Optional.empty());
  }

  /**
   * Writes all of these or none, in one request, together with the marker of the request that asks
   * for it.
   *
   * @throws Marker.AlreadyWritten when the marker is there already: nothing was written
   */
  public Outcome write(List<Write> writes, Optional<Marker> marker) {
    Optional<String> cause =
        Invocation.current().map(Invocation::cause).filter(id -> !id.isEmpty());
    List<TransactWriteItem> requests = new ArrayList<>();
    // First, so that a repeat is recognised even where the first try's effect refuses it too.
    marker.ifPresent(
        m -> requests.add(DynamoMarkers.write(m, clock.instant()).toRequest(name, cause)));
    int before = requests.size();
    writes.forEach(write -> requests.add(write.toRequest(name, cause)));
    boolean recognised = requests.size() == 1 && before == 0 && writes.get(0).isRecognised();
    Outcome outcome =
        guarded(() -> recognised ? writer.put(requests.get(0).put()) : writer.write(requests));
    if (outcome.done()) {
      return outcome;
    }
    if (outcome.refused() < before) {
      throw new Marker.AlreadyWritten();
    }
    return new Outcome(outcome.refused() - before, outcome.found());
  }

  /** Asks again for what DynamoDB was too busy to answer at once. */
  private List<Map<String, AttributeValue>> batch(List<Key> keys) {
    List<Map<String, AttributeValue>> found = new ArrayList<>();
    Map<String, KeysAndAttributes> left =
        Map.of(
            name,
            KeysAndAttributes.builder().keys(keys.stream().map(Key::attributes).toList()).build());
    for (int attempt = 0; attempt < BATCH_ATTEMPTS; attempt++) {
      Map<String, KeysAndAttributes> asked = left;
      BatchGetItemResponse response =
          guarded(
              () -> client.batchGetItem(BatchGetItemRequest.builder().requestItems(asked).build()));
      found.addAll(response.responses().getOrDefault(name, List.of()));
      left = response.unprocessedKeys();
      if (left.isEmpty()) {
        return found;
      }
    }
    throw Failure.unavailable(RETRY_AFTER_SECONDS);
  }

  private Optional<Item> get(Key key, boolean consistent) {
    GetItemRequest request =
        GetItemRequest.builder()
            .tableName(name)
            .key(key.attributes())
            .consistentRead(consistent)
            .build();
    Map<String, AttributeValue> found = guarded(() -> client.getItem(request).item());
    return Optional.of(found).filter(item -> !item.isEmpty()).map(Item::of).filter(this::alive);
  }

  private QueryResponse page(
      Query query, Map<String, AttributeValue> start, int most, String... attributes) {
    Expression expression = new Expression();
    String condition = "#" + query.index().partition() + " = ?";
    List<Object> arguments = new ArrayList<>(List.of(query.partition()));
    if (!query.prefix().isEmpty()) {
      condition += " AND begins_with(#" + query.index().sort() + ", ?)";
      arguments.add(query.prefix());
    }
    QueryRequest.Builder request =
        QueryRequest.builder()
            .tableName(name)
            .keyConditionExpression(expression.bind(condition, arguments))
            .projectionExpression(only(expression, attributes))
            .expressionAttributeNames(expression.names())
            .expressionAttributeValues(expression.values())
            .scanIndexForward(query.ascending())
            .consistentRead(query.consistent());
    if (!query.index().name().isEmpty()) {
      request.indexName(query.index().name());
    }
    if (most < Integer.MAX_VALUE) {
      request.limit(most);
    }
    if (!start.isEmpty()) {
      request.exclusiveStartKey(start);
    }
    return guarded(() -> client.query(request.build()));
  }

  /** What is asked for, and what tells whether it is still there. */
  private static @Nullable String only(Expression expression, String... attributes) {
    if (attributes.length == 0) {
      return null;
    }
    String names = "#" + Key.PARTITION + ", #" + Key.SORT + ", #" + Expiry.ATTRIBUTE;
    return expression.bind(names + ", #" + String.join(", #", attributes), List.of());
  }

  private boolean alive(Item item) {
    return !Expiry.passed(item, clock.instant());
  }

  /** Faults of the table that a later try may not meet end as 503; our own mistakes stay faults. */
  private static <T> T guarded(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkClientException unreachable) {
      throw Failure.unavailable(RETRY_AFTER_SECONDS);
    } catch (ConditionalCheckFailedException impossible) {
      throw new IllegalStateException("A condition was not expected here");
    } catch (DynamoDbException refused) {
      if (refused.isThrottlingException() || refused.statusCode() >= 500) {
        throw Failure.unavailable(RETRY_AFTER_SECONDS);
      }
      throw refused;
    }
  }
}
