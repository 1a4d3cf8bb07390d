package org.alike.store;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.alike.kernel.Failure;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * Sends writes: a single put or delete without a condition as a plain request, all others as one
 * transaction.
 *
 * <p>A single conditional write is a transaction too, at twice the units: where its answer is lost,
 * the SDK tries again, and the write's own effect would then fail its condition. A transaction
 * carries a token by which DynamoDB knows the repeat. Conflicts with another transaction are tried
 * again with full jitter, which the SDK itself does not do for cancelled transactions.
 */
final class TransactionWriter {
  private static final int ATTEMPTS = 6;
  private static final int FIRST_PAUSE_MILLIS = 20;
  private final DynamoDbClient client;

  TransactionWriter(DynamoDbClient client) {
    this.client = client;
  }

  Outcome write(List<TransactWriteItem> writes) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      pause(attempt);
      try {
        send(writes);
        return Outcome.DONE;
      } catch (TransactionConflictException conflict) {
        // Another transaction holds an item of ours: try again.
      } catch (TransactionCanceledException cancelled) {
        Outcome outcome = outcome(cancelled);
        if (!outcome.done()) {
          return outcome;
        }
      }
    }
    throw Failure.unavailable(1);
  }

  /**
   * Sends a conditional put as a plain request, for a caller who can tell the item as their own.
   */
  Outcome put(Put put) {
    PutItemRequest request =
        single(put).toBuilder()
            .conditionExpression(put.conditionExpression())
            .expressionAttributeNames(put.expressionAttributeNames())
            .expressionAttributeValues(put.expressionAttributeValues())
            .returnValuesOnConditionCheckFailure(put.returnValuesOnConditionCheckFailure())
            .build();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      pause(attempt);
      try {
        client.putItem(request);
        return Outcome.DONE;
      } catch (ConditionalCheckFailedException refused) {
        return new Outcome(0, refused.hasItem() ? Item.of(refused.item()) : null);
      } catch (TransactionConflictException conflict) {
        // Another transaction holds the item: try again.
      }
    }
    throw Failure.unavailable(1);
  }

  /** The first part whose condition did not hold; done when only conflicts stood in the way. */
  private static Outcome outcome(TransactionCanceledException cancelled) {
    List<CancellationReason> reasons = cancelled.cancellationReasons();
    int refused =
        IntStream.range(0, reasons.size())
            .filter(i -> "ConditionalCheckFailed".equals(reasons.get(i).code()))
            .findFirst()
            .orElse(-1);
    if (refused < 0) {
      if (reasons.stream().noneMatch(TransactionWriter::passing)) {
        throw cancelled;
      }
      return Outcome.DONE;
    }
    CancellationReason reason = reasons.get(refused);
    return new Outcome(refused, reason.hasItem() ? Item.of(reason.item()) : null);
  }

  private static boolean passing(CancellationReason reason) {
    return "TransactionConflict".equals(reason.code())
        || "ThrottlingError".equals(reason.code())
        || "ProvisionedThroughputExceeded".equals(reason.code());
  }

  private void send(List<TransactWriteItem> writes) {
    TransactWriteItem first = writes.get(0);
    if (writes.size() > 1 || !repeatable(first)) {
      client.transactWriteItems(TransactWriteItemsRequest.builder().transactItems(writes).build());
    } else if (first.put() != null) {
      client.putItem(single(first.put()));
    } else {
      client.deleteItem(single(first.delete()));
    }
  }

  /** Whether doing it twice, because the first answer was lost, ends as doing it once. */
  private static boolean repeatable(TransactWriteItem write) {
    return (write.put() != null && write.put().conditionExpression() == null)
        || (write.delete() != null && write.delete().conditionExpression() == null);
  }

  private static PutItemRequest single(Put put) {
    return PutItemRequest.builder().tableName(put.tableName()).item(put.item()).build();
  }

  private static DeleteItemRequest single(Delete delete) {
    return DeleteItemRequest.builder().tableName(delete.tableName()).key(delete.key()).build();
  }

  private static void pause(int attempt) {
    if (attempt == 0) {
      return;
    }
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(FIRST_PAUSE_MILLIS << attempt));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw Failure.unavailable(1);
    }
  }
}
