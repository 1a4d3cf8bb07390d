package org.alike.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Reads one table's stream for one function, all shards, parents before children, from where it
 * last stopped. Runs in a thread of its own until that is interrupted.
 */
final class StreamReader implements Runnable {
  private static final long PAUSE_MILLIS = 5;
  private static final long DESCRIBE_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Template.Mapping mapping;
  private final String streamArn;
  private final DynamoDbStreamsClient streams;
  private final StreamFilter filter;
  private final StreamBatch batch;
  private final Checkpoints checkpoints;
  private final long idleMillis;
  private final Semaphore work = new Semaphore(1);
  private final AtomicLong emptyPasses = new AtomicLong();
  private final Map<String, String> iterators = new HashMap<>();
  private final Set<String> finished = new HashSet<>();
  private List<String> readable = List.of();
  private long described;

  StreamReader(
      Template.Mapping mapping,
      String streamArn,
      DynamoDbStreamsClient streams,
      StreamBatch batch,
      Checkpoints checkpoints,
      long idleMillis) {
    this.mapping = mapping;
    this.streamArn = streamArn;
    this.streams = streams;
    this.filter = new StreamFilter(mapping.name(), mapping.filters());
    this.batch = batch;
    this.checkpoints = checkpoints;
    this.idleMillis = idleMillis;
  }

  boolean reads(String table) {
    return mapping.table().equals(table);
  }

  /** Says that something may have been written. */
  void nudge() {
    if (work.availablePermits() == 0) {
      work.release();
    }
  }

  /** How often all shards have been found empty so far. */
  long emptyPasses() {
    return emptyPasses.get();
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        if (safePass() == 0) {
          emptyPasses.incrementAndGet();
          work.tryAcquire(idleMillis, TimeUnit.MILLISECONDS);
          Thread.sleep(PAUSE_MILLIS); // lets the writes of one burst come together
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A pass that starts over from the checkpoints when the database refuses an iterator. */
  private int safePass() throws InterruptedException {
    try {
      return pass();
    } catch (SdkException e) {
      iterators.clear();
      Thread.sleep(idleMillis);
      return 1;
    }
  }

  private int pass() throws InterruptedException {
    int seen = 0;
    for (String shard : shards()) {
      seen += read(shard);
    }
    return seen;
  }

  /** The shards to be read now; asked for anew from time to time, and after one has ended. */
  private List<String> shards() {
    if (readable.isEmpty() || System.nanoTime() - described > DESCRIBE_AGAIN_NANOS) {
      readable = describe();
      described = System.nanoTime();
    }
    return readable;
  }

  private List<String> describe() {
    List<Shard> shards =
        streams.describeStream(d -> d.streamArn(streamArn)).streamDescription().shards();
    Set<String> known = shards.stream().map(Shard::shardId).collect(Collectors.toSet());
    List<String> ready = new ArrayList<>();
    for (Shard shard : shards) {
      String parent = shard.parentShardId();
      boolean afterParent = parent == null || finished.contains(parent) || !known.contains(parent);
      if (afterParent && !finished.contains(shard.shardId())) {
        ready.add(shard.shardId());
      }
    }
    return ready;
  }

  private int read(String shard) throws InterruptedException {
    String iterator = iterators.computeIfAbsent(shard, this::start);
    GetRecordsResponse answer = streams.getRecords(get -> get.shardIterator(iterator).limit(1000));
    List<StreamRecord> wanted = new ArrayList<>();
    @Nullable String last = null;
    for (var each : answer.records()) {
      StreamRecord record = StreamRecord.of(each, streamArn);
      last = record.sequenceNumber();
      if (filter.wants(record.json())) {
        wanted.add(record);
      }
    }
    deliver(shard, wanted);
    if (last != null) {
      checkpoints.handled(name(), shard, last);
    }
    String next = answer.nextShardIterator();
    if (next == null) {
      iterators.remove(shard);
      finished.add(shard);
      readable = List.of();
    } else {
      iterators.put(shard, next);
    }
    return answer.records().size();
  }

  private void deliver(String shard, List<StreamRecord> records) throws InterruptedException {
    for (int from = 0; from < records.size(); from += mapping.batchSize()) {
      int to = Math.min(records.size(), from + mapping.batchSize());
      batch.deliver(
          shard,
          records.subList(from, to),
          sequenceNumber -> checkpoints.handled(name(), shard, sequenceNumber));
    }
  }

  private String start(String shard) {
    String last = checkpoints.last(name(), shard);
    return streams
        .getShardIterator(
            get -> {
              get.streamArn(streamArn).shardId(shard);
              if (last == null) {
                get.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
              } else {
                get.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER).sequenceNumber(last);
              }
            })
        .shardIterator();
  }

  private String name() {
    return mapping.name() + " " + streamArn;
  }
}
