package org.alike.store;

import java.util.List;
import org.alike.kernel.Cost;
import org.alike.kernel.Invocation;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * Asks DynamoDB what each request consumed and adds it to the current invocation's {@link Cost}.
 * Stateless.
 */
public final class CostMeter implements ExecutionInterceptor {
  private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    SdkRequest request = context.request();
    if (request instanceof GetItemRequest get) {
      return get.toBuilder().returnConsumedCapacity(TOTAL).build();
    } else if (request instanceof BatchGetItemRequest batch) {
      return batch.toBuilder().returnConsumedCapacity(TOTAL).build();
    } else if (request instanceof QueryRequest query) {
      return query.toBuilder().returnConsumedCapacity(TOTAL).build();
    } else if (request instanceof PutItemRequest put) {
      return put.toBuilder().returnConsumedCapacity(TOTAL).build();
    } else if (request instanceof DeleteItemRequest delete) {
      return delete.toBuilder().returnConsumedCapacity(TOTAL).build();
    } else if (request instanceof TransactWriteItemsRequest transaction) {
      return transaction.toBuilder().returnConsumedCapacity(TOTAL).build();
    }
    return request;
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    Invocation.current().ifPresent(i -> add(i.cost(), context.response()));
  }

  private static void add(Cost cost, SdkResponse response) {
    if (response instanceof GetItemResponse get) {
      cost.add(units(get.consumedCapacity()), 0);
    } else if (response instanceof BatchGetItemResponse batch) {
      cost.add(units(batch.consumedCapacity()), 0);
    } else if (response instanceof QueryResponse query) {
      cost.add(units(query.consumedCapacity()), 0);
    } else if (response instanceof PutItemResponse put) {
      cost.add(0, units(put.consumedCapacity()));
    } else if (response instanceof DeleteItemResponse delete) {
      cost.add(0, units(delete.consumedCapacity()));
    } else if (response instanceof TransactWriteItemsResponse transaction) {
      cost.add(0, units(transaction.consumedCapacity()));
    }
  }

  private static double units(List<ConsumedCapacity> capacities) {
    return capacities.stream().mapToDouble(CostMeter::units).sum();
  }

  private static double units(ConsumedCapacity capacity) {
    Double units = capacity == null ? null : capacity.capacityUnits();
    return units == null ? 0 : units;
  }
}
