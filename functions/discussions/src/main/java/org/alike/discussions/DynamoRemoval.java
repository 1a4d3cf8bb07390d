package org.alike.discussions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Query;
import org.alike.store.Write;

/**
 * Takes posts out of threads and feeds. What a feed says of a thread afterwards depends on nothing
 * but the replies that are left, so the order in which they are taken out makes no difference. Each
 * step is refused when somebody replies meanwhile, and then done anew. Thread-safe.
 */
final class DynamoRemoval {
  private static final int ATTEMPTS = 10;

  /** Longer than an event can be late. */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private static final String UNCHANGED = "#version = ?";
  private final DynamoTable table;
  private final Clock clock;

  DynamoRemoval(DynamoTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /**
   * Removes this post, and then the entry of the author's list that names it.
   *
   * @throws Failure UNAVAILABLE when others reply too fast
   */
  void remove(Key entry, AuthoredPosts.Post post) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<DiscussionThread> thread =
          table.get(DynamoItems.thread(post.threadId())).map(DynamoItems::thread);
      if (thread.isEmpty() || table.get(entry).isEmpty()) {
        table.write(Write.delete(entry));
        return;
      }
      FeedEntry known = DynamoEntries.read(table, thread.get());
      boolean done =
          post.replyId().isPresent()
              ? withoutReply(entry, post, thread.get(), known)
              : withoutThread(entry, thread.get(), known);
      if (done) {
        return;
      }
    }
    throw Failure.unavailable(1);
  }

  private boolean withoutReply(
      Key entry, AuthoredPosts.Post post, DiscussionThread thread, FeedEntry known) {
    Key key = DynamoItems.post(post);
    Optional<Reply> reply = table.get(key).map(DynamoItems::reply);
    if (reply.isEmpty()) {
      table.write(Write.delete(entry));
      return true;
    }
    List<Write> writes = new ArrayList<>();
    writes.addAll(
        known.replies() == 1 && known.removed()
            ? gone(thread, known)
            : DynamoEntries.changed(
                known, known.with(known.replies() - 1, without(known, reply.get()))));
    writes.add(Write.delete(entry));
    writes.add(Write.delete(key).when(UNCHANGED, reply.get().version()));
    writes.add(mark(post, reply.get().version() + 1));
    return written(writes);
  }

  private boolean withoutThread(Key entry, DiscussionThread thread, FeedEntry known) {
    if (known.replies() == 0) {
      List<Write> writes = new ArrayList<>(gone(thread, known));
      writes.add(Write.delete(entry));
      return written(writes);
    }
    if (!known.removed() && !written(emptied(thread.emptied(), known))) {
      return false;
    }
    retitle(thread);
    table.write(Write.delete(entry));
    return true;
  }

  private boolean written(List<Write> writes) {
    return table.write(writes, Optional.empty()).done();
  }

  /** Thread and entries go; whoever has heard of the thread will hear of that. */
  private List<Write> gone(DiscussionThread thread, FeedEntry known) {
    List<Write> writes = new ArrayList<>(DynamoEntries.gone(known));
    writes.add(Write.delete(DynamoItems.thread(thread.id())).when(UNCHANGED, thread.version()));
    writes.add(mark(new AuthoredPosts.Post(thread.id(), Optional.empty()), thread.version() + 1));
    return writes;
  }

  private List<Write> emptied(DiscussionThread shell, FeedEntry known) {
    FeedEntry next = FeedEntry.of(shell).with(known.replies(), known.lastActivity());
    List<Write> writes = new ArrayList<>(DynamoEntries.changed(known, next));
    writes.add(
        Write.put(DynamoItems.item(shell).with("changedAt", Moment.of(clock.instant())))
            .when(UNCHANGED, shell.version() - 1));
    return writes;
  }

  /** When the thread was last active, had this reply never been. */
  private Instant without(FeedEntry known, Reply reply) {
    Query latest =
        Query.partition(DynamoItems.threadPartition(known.id()))
            .startingWith(DynamoItems.REPLY)
            .descending()
            .limit(2)
            .consistently();
    return table.query(latest).items().stream()
        .map(DynamoItems::reply)
        .filter(other -> !other.id().equals(reply.id()))
        .map(Reply::postedAt)
        .findFirst()
        .filter(known.postedAt()::isBefore)
        .orElse(known.postedAt());
  }

  /**
   * Replies carry the title for whoever hears of them; it is the author's no less. They are told
   * anew, so that nobody keeps it.
   */
  private void retitle(DiscussionThread thread) {
    Query replies =
        Query.partition(DynamoItems.threadPartition(thread.id()))
            .startingWith(DynamoItems.REPLY)
            .consistently();
    for (Item reply : table.query(replies).items()) {
      if (!reply.text("title").equals(DiscussionThread.REMOVED)) {
        table.write(retitled(reply.key()));
      }
    }
  }

  private Write retitled(Key reply) {
    return Write.update(
            reply,
            "SET #title = ?, #changedAt = ?, #version = #version + ?",
            DiscussionThread.REMOVED,
            Moment.of(clock.instant()),
            1)
        .when("attribute_exists(#pk) AND #title <> ?", DiscussionThread.REMOVED);
  }

  private Write mark(AuthoredPosts.Post post, long version) {
    Instant now = clock.instant();
    return Write.put(
        Item.of(DynamoItems.removed(post))
            .with("version", version)
            .with("changedAt", Moment.of(now))
            .expiring(now.plus(REMEMBERED)));
  }
}
