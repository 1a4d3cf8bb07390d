package org.alike.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The readers of all streams, each in a thread of its own. */
final class Streams implements AutoCloseable {
  private final List<StreamReader> readers = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(Threads.daemon("stream"));

  void start(StreamReader reader) {
    readers.add(reader);
    threads.execute(reader);
  }

  /** Something may have been written to this table. */
  void nudge(String table) {
    readers.stream().filter(reader -> reader.reads(table)).forEach(StreamReader::nudge);
  }

  /** Something may have been written to any table. */
  void nudgeAll() {
    readers.forEach(StreamReader::nudge);
  }

  /** How often each reader has found its stream empty. */
  List<Long> emptyPasses() {
    return readers.stream().map(StreamReader::emptyPasses).toList();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
