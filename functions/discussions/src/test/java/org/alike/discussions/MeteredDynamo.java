package org.alike.discussions;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.alike.testkit.EmbeddedDynamo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * The embedded engine, counting what requests consume: reads as it reports them; writes by
 * DynamoDB's price list, because the engine's own figure for transactions is not the service's. In
 * a transaction a part costs two units for each begun kilobyte; an index costs one for an entry
 * that is new, and two for one that moves. Updated items are taken for a kilobyte, as feed entries
 * are.
 */
final class MeteredDynamo {
  int requests;
  double read;
  double written;

  DynamoDbClient client() {
    DynamoDbClient real = EmbeddedDynamo.client();
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            MeteredDynamo.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              arguments[0] = asking(arguments[0]);
              try {
                Object answer = method.invoke(real, arguments);
                count(arguments[0], answer);
                return answer;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  private static Object asking(Object request) {
    ReturnConsumedCapacity total = ReturnConsumedCapacity.TOTAL;
    if (request instanceof GetItemRequest get) {
      return get.toBuilder().returnConsumedCapacity(total).build();
    } else if (request instanceof QueryRequest query) {
      return query.toBuilder().returnConsumedCapacity(total).build();
    }
    return request;
  }

  private void count(Object request, Object answer) {
    requests++;
    if (answer instanceof GetItemResponse get) {
      read += get.consumedCapacity().capacityUnits();
    } else if (answer instanceof QueryResponse query) {
      read += query.consumedCapacity().capacityUnits();
    } else if (request instanceof TransactWriteItemsRequest write) {
      written += write.transactItems().stream().mapToDouble(MeteredDynamo::units).sum();
    }
  }

  private static double units(TransactWriteItem part) {
    if (part.put() != null) {
      Map<String, AttributeValue> item = part.put().item();
      return 2 * kilobytes(item) + (item.containsKey("feed") ? kilobytes(item) : 0);
    }
    boolean moves = part.update() != null && part.update().updateExpression().contains("#activity");
    return moves ? 4 : 2;
  }

  private static double kilobytes(Map<String, AttributeValue> item) {
    int bytes = 0;
    for (Map.Entry<String, AttributeValue> attribute : item.entrySet()) {
      String value = attribute.getValue().s();
      bytes += attribute.getKey().length();
      bytes += value == null ? 8 : value.getBytes(StandardCharsets.UTF_8).length;
    }
    return Math.ceil(bytes / 1024.0);
  }
}
