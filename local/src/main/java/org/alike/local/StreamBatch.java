package org.alike.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Hands changes of one shard to a function with the semantics of Lambda's event source mapping: in
 * order, again and again until they succeed, were given up after the retries, or were split down to
 * the one change that fails. {@code batchItemFailures} move on to the first failed change.
 */
final class StreamBatch {
  private static final int LONGEST_WAIT = 16;

  private final Template.Mapping mapping;
  private final Functions functions;
  private final Undelivered undelivered;
  private final Clock clock;
  private final long retryMillis;

  StreamBatch(
      Template.Mapping mapping,
      Functions functions,
      Undelivered undelivered,
      Clock clock,
      long retryMillis) {
    this.mapping = mapping;
    this.functions = functions;
    this.undelivered = undelivered;
    this.clock = clock;
    this.retryMillis = retryMillis;
  }

  /**
   * Returns when all changes are done with, one way or the other.
   *
   * @param handled hears the sequence number up to which they are
   * @throws InterruptedException when this thread is told to stop
   */
  void deliver(String shard, List<StreamRecord> records, Consumer<String> handled)
      throws InterruptedException {
    List<StreamRecord> rest = records;
    int failures = 0;
    while (!rest.isEmpty()) {
      Outcome outcome = functions.invoke(mapping.function(), event(rest), origin(rest));
      int done = done(rest, outcome);
      if (done > 0) {
        handled.accept(rest.get(done - 1).sequenceNumber());
        rest = rest.subList(done, rest.size());
        failures = 0;
      }
      if (rest.isEmpty()) {
        return;
      }
      failures++;
      if (mapping.bisect() && rest.size() > 1 && done == 0) {
        deliver(shard, rest.subList(0, rest.size() / 2), handled);
        rest = rest.subList(rest.size() / 2, rest.size());
        failures = 0;
      } else if (failures > mapping.retries()) {
        giveUp(shard, rest, failures, outcome);
        handled.accept(rest.get(rest.size() - 1).sequenceNumber());
        return;
      } else {
        Thread.sleep(retryMillis * Math.min(LONGEST_WAIT, 1L << (failures - 1)));
      }
    }
  }

  /** How many of the changes, from the first, need no further delivery. */
  private int done(List<StreamRecord> records, Outcome outcome) {
    if (outcome.failed()) {
      return 0;
    }
    int done = records.size();
    if (mapping.partialFailures()) {
      for (JsonNode failure : outcome.payload().path("batchItemFailures")) {
        done = Math.min(done, position(records, failure.path("itemIdentifier").asText()));
      }
    }
    return done;
  }

  private static int position(List<StreamRecord> records, String sequenceNumber) {
    for (int i = 0; i < records.size(); i++) {
      if (records.get(i).sequenceNumber().equals(sequenceNumber)) {
        return i;
      }
    }
    return 0; // an unknown identifier fails the whole batch, as on Lambda
  }

  private void giveUp(String shard, List<StreamRecord> records, int attempts, Outcome outcome) {
    if (mapping.onFailure() == null) {
      return;
    }
    ObjectNode message = Json.object().put("version", "1.0");
    message.put("timestamp", clock.instant().toString());
    message
        .putObject("requestContext")
        .put("requestId", outcome.requestId())
        .put("functionArn", Arn.ofFunction(mapping.function()))
        .put("condition", "RetryAttemptsExhausted")
        .put("approximateInvokeCount", attempts);
    message
        .putObject("DDBStreamBatchInfo")
        .put("shardId", shard)
        .put("startSequenceNumber", records.get(0).sequenceNumber())
        .put("endSequenceNumber", records.get(records.size() - 1).sequenceNumber())
        .put("batchSize", records.size())
        .put("streamArn", records.get(0).json().path("eventSourceARN").asText());
    undelivered.send(mapping.onFailure(), message);
  }

  private static JsonNode event(List<StreamRecord> records) {
    ObjectNode event = Json.object();
    records.forEach(record -> event.withArray("Records").add(record.json()));
    return event;
  }

  private Origin origin(List<StreamRecord> records) {
    Set<String> causes = records.stream().map(StreamRecord::cause).collect(Collectors.toSet());
    return new Origin("stream", mapping.table(), causes);
  }
}
