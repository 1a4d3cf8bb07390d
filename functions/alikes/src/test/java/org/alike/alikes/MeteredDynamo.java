package org.alike.alikes;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Counts requests, and the capacity units that DynamoDB says the reads consumed. */
final class MeteredDynamo {
  private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;
  private final DynamoDbClient real;
  private int requests;
  private double units;

  MeteredDynamo(DynamoDbClient real) {
    this.real = real;
  }

  DynamoDbClient client() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            MeteredDynamo.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              try {
                return counted(method.invoke(real, asking(arguments[0])));
              } catch (InvocationTargetException thrown) {
                throw Objects.requireNonNull(thrown.getCause());
              }
            });
  }

  /** Requests since the start. */
  int requests() {
    return requests;
  }

  /** Read units since the start. */
  double units() {
    return units;
  }

  private static Object asking(Object request) {
    if (request instanceof QueryRequest query) {
      return query.toBuilder().returnConsumedCapacity(TOTAL).build();
    } else if (request instanceof GetItemRequest get) {
      return get.toBuilder().returnConsumedCapacity(TOTAL).build();
    }
    return request;
  }

  private Object counted(Object response) {
    requests++;
    if (response instanceof QueryResponse query) {
      count(query.consumedCapacity());
    } else if (response instanceof GetItemResponse get) {
      count(get.consumedCapacity());
    }
    return response;
  }

  private void count(@Nullable ConsumedCapacity capacity) {
    if (capacity != null) {
      units += capacity.capacityUnits();
    }
  }
}
