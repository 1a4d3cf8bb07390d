package org.alike.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * The embedded engine, counting what requests consume: reads as it reports them; writes by
 * DynamoDB's price list, because the engine's own figure for transactions is not the service's: a
 * unit for each begun kilobyte, two in a transaction. What is updated is taken for a kilobyte, and
 * indexes are left out. For one thread.
 */
public final class MeteredDynamo {
  private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;
  private int requests;
  private double read;
  private double written;

  /** A client that is counted here. */
  public DynamoDbClient client() {
    DynamoDbClient real = EmbeddedDynamo.client();
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            MeteredDynamo.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              Object request = asking(arguments[0]);
              try {
                double units = units(request);
                Object answer = method.invoke(real, request);
                written += units;
                count(answer);
                return answer;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  /** Begins anew. */
  public void reset() {
    requests = 0;
    read = 0;
    written = 0;
  }

  /** Requests so far. */
  public int requests() {
    return requests;
  }

  /** Read units so far. */
  public double read() {
    return read;
  }

  /** Write units so far. */
  public double written() {
    return written;
  }

  private static Object asking(Object request) {
    if (request instanceof GetItemRequest get) {
      return get.toBuilder().returnConsumedCapacity(TOTAL).build();
    } else if (request instanceof BatchGetItemRequest batch) {
      return batch.toBuilder().returnConsumedCapacity(TOTAL).build();
    } else if (request instanceof QueryRequest query) {
      return query.toBuilder().returnConsumedCapacity(TOTAL).build();
    }
    return request;
  }

  private void count(Object answer) {
    requests++;
    if (answer instanceof GetItemResponse get) {
      read += get.consumedCapacity().capacityUnits();
    } else if (answer instanceof BatchGetItemResponse batch) {
      read += batch.consumedCapacity().stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
    } else if (answer instanceof QueryResponse query) {
      read += query.consumedCapacity().capacityUnits();
    }
  }

  /** Asked before it is done, as long as what is deleted is still there. */
  private static double units(Object request) {
    if (request instanceof PutItemRequest put) {
      return kilobytes(put.item());
    } else if (request instanceof DeleteItemRequest delete) {
      return stored(delete.tableName(), delete.key());
    } else if (request instanceof TransactWriteItemsRequest write) {
      return write.transactItems().stream().mapToDouble(MeteredDynamo::units).sum();
    }
    return 0;
  }

  private static double units(TransactWriteItem part) {
    if (part.put() != null) {
      return 2 * kilobytes(part.put().item());
    }
    return part.delete() == null ? 2 : 2 * stored(part.delete().tableName(), part.delete().key());
  }

  private static double stored(String table, Map<String, AttributeValue> key) {
    return Math.max(
        1, kilobytes(EmbeddedDynamo.client().getItem(get -> get.tableName(table).key(key)).item()));
  }

  private static double kilobytes(Map<String, AttributeValue> item) {
    int bytes = 0;
    for (Map.Entry<String, AttributeValue> attribute : item.entrySet()) {
      bytes += attribute.getKey().length() + bytes(attribute.getValue());
    }
    return Math.ceil(bytes / 1024.0);
  }

  /** Lists cost three bytes, and one for each entry; numbers are taken for eight. */
  private static int bytes(AttributeValue value) {
    if (value.hasL()) {
      return 3 + value.l().stream().mapToInt(entry -> 1 + bytes(entry)).sum();
    } else if (value.b() != null) {
      return value.b().asByteArrayUnsafe().length;
    }
    return value.s() == null ? 8 : value.s().getBytes(StandardCharsets.UTF_8).length;
  }
}
