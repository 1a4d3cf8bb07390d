package org.alike.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * One write with its condition, on its own or as part of a transaction.
 *
 * <p>Templates are constants of the calling class; attribute names are written {@code #name} and
 * values {@code ?}: {@code Write.update(key, "SET #replies = #replies + ?",
 * 1).when("attribute_exists(#pk)")}. Immutable.
 */
public final class Write {
  private enum Kind {
    PUT,
    UPDATE,
    DELETE,
    CHECK
  }

  private static final ReturnValuesOnConditionCheckFailure ALL_OLD =
      ReturnValuesOnConditionCheckFailure.ALL_OLD;

  private final Kind kind;
  private final Item item;
  private final Template change;
  private final Template condition;
  private final boolean recognised;

  private record Template(String text, List<Object> arguments) {
    static final Template NONE = new Template("", List.of());
  }

  private Write(Kind kind, Item item, Template change, Template condition, boolean recognised) {
    this.kind = kind;
    this.item = item;
    this.change = change;
    this.condition = condition;
    this.recognised = recognised;
  }

  private Write(Kind kind, Item item, Template change, Template condition) {
    this(kind, item, change, condition, false);
  }

  /** Writes the whole item, replacing what was there. */
  public static Write put(Item item) {
    return new Write(Kind.PUT, item, Template.NONE, Template.NONE);
  }

  /** Changes an item; the template begins with {@code SET}. */
  public static Write update(Key key, String change, Object... arguments) {
    if (!change.startsWith("SET ")) {
      throw new IllegalArgumentException("An update begins with SET: " + change);
    }
    return new Write(
        Kind.UPDATE, Item.of(key), new Template(change, List.of(arguments)), Template.NONE);
  }

  /** Removes an item. */
  public static Write delete(Key key) {
    return new Write(Kind.DELETE, Item.of(key), Template.NONE, Template.NONE);
  }

  /** Writes nothing, but the transaction fails unless the condition holds for this item. */
  public static Write check(Key key, String condition, Object... arguments) {
    return new Write(
        Kind.CHECK, Item.of(key), Template.NONE, new Template(condition, List.of(arguments)));
  }

  /** The same write, done only if the condition holds. */
  public Write when(String template, Object... arguments) {
    return new Write(kind, item, change, new Template(template, List.of(arguments)), recognised);
  }

  /** The same write, done only if there is no such item yet. */
  public Write ifAbsent() {
    return when("attribute_not_exists(#pk)");
  }

  /**
   * The same put, sent without a transaction when it is sent alone: at half the units. Where the
   * answer to a first try was lost, the next one finds the first one's item in its way, so whoever
   * asks for this must be able to tell that item as their own.
   */
  public Write recognised() {
    if (kind != Kind.PUT) {
      throw new IllegalStateException("Only a put can be told as one's own");
    }
    return new Write(kind, item, change, condition, true);
  }

  boolean isRecognised() {
    return recognised;
  }

  /** The request for it; {@code cause} is noted on what is written. */
  TransactWriteItem toRequest(String table, Optional<String> cause) {
    Expression expression = new Expression();
    String where = condition.text().isEmpty() ? null : bind(expression, condition);
    Map<String, AttributeValue> key = item.key().attributes();
    TransactWriteItem.Builder request = TransactWriteItem.builder();
    switch (kind) {
      case PUT -> {
        Item caused = cause.map(id -> item.with("cause", id)).orElse(item);
        request.put(
            Put.builder()
                .tableName(table)
                .item(caused.attributes())
                .conditionExpression(where)
                .expressionAttributeNames(orNull(expression.names()))
                .expressionAttributeValues(orNull(expression.values()))
                .returnValuesOnConditionCheckFailure(ALL_OLD)
                .build());
      }
      case UPDATE -> {
        String set = bind(expression, withCause(cause));
        request.update(
            Update.builder()
                .tableName(table)
                .key(key)
                .updateExpression(set)
                .conditionExpression(where)
                .expressionAttributeNames(orNull(expression.names()))
                .expressionAttributeValues(orNull(expression.values()))
                .returnValuesOnConditionCheckFailure(ALL_OLD)
                .build());
      }
      case DELETE ->
          request.delete(
              Delete.builder()
                  .tableName(table)
                  .key(key)
                  .conditionExpression(where)
                  .expressionAttributeNames(orNull(expression.names()))
                  .expressionAttributeValues(orNull(expression.values()))
                  .returnValuesOnConditionCheckFailure(ALL_OLD)
                  .build());
      case CHECK ->
          request.conditionCheck(
              ConditionCheck.builder()
                  .tableName(table)
                  .key(key)
                  .conditionExpression(where)
                  .expressionAttributeNames(orNull(expression.names()))
                  .expressionAttributeValues(orNull(expression.values()))
                  .returnValuesOnConditionCheckFailure(ALL_OLD)
                  .build());
    }
    return request.build();
  }

  private Template withCause(Optional<String> cause) {
    if (cause.isEmpty()) {
      return change;
    }
    List<Object> arguments = new ArrayList<>(change.arguments());
    arguments.add(0, cause.get());
    return new Template("SET #cause = ?, " + change.text().substring(4), arguments);
  }

  private static String bind(Expression expression, Template template) {
    return expression.bind(template.text(), template.arguments());
  }

  private static <V> @Nullable Map<String, V> orNull(Map<String, V> map) {
    return map.isEmpty() ? null : map;
  }
}
