package org.alike.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Lets chosen calls to DynamoDB go wrong, as the network and a dying function do: before the
 * request arrives, or after it was carried out but before the answer came back. Thread-safe.
 */
public final class FaultyDynamo {
  /** What happens to one call. */
  public enum Fault {
    /** Nothing; the call goes through. */
    NONE,
    /** It never arrives. */
    BEFORE,
    /** It is carried out, and the answer is lost. */
    AFTER,
    /** Another transaction is at work on one of its items; only transactions meet this. */
    CONFLICT
  }

  private FaultyDynamo() {}

  /** A client whose call number {@code k}, from 0, meets the fault that the plan gives it. */
  public static DynamoDbClient planned(DynamoDbClient real, IntFunction<Fault> plan) {
    AtomicInteger calls = new AtomicInteger();
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            FaultyDynamo.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) ->
                call(real, method, arguments, plan.apply(calls.getAndIncrement())));
  }

  /** A client whose call number {@code k} fails this way, once. */
  public static DynamoDbClient failingAt(DynamoDbClient real, int k, Fault fault) {
    return planned(real, call -> call == k ? fault : Fault.NONE);
  }

  private static Object call(DynamoDbClient real, Method method, Object[] arguments, Fault fault)
      throws Throwable {
    if (fault == Fault.BEFORE) {
      throw SdkClientException.create("Injected before the call");
    }
    if (fault == Fault.CONFLICT && arguments[0] instanceof TransactWriteItemsRequest) {
      throw TransactionCanceledException.builder()
          .message("Injected conflict")
          .cancellationReasons(CancellationReason.builder().code("TransactionConflict").build())
          .build();
    }
    Object answer;
    try {
      answer = method.invoke(real, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
    if (fault == Fault.AFTER) {
      throw SdkClientException.create("Injected after the call");
    }
    return answer;
  }
}
