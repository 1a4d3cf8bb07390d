package org.alike.discussions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.kernel.Marker;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Outcome;
import org.alike.store.Page;
import org.alike.store.Query;
import org.alike.store.Write;

/** Threads and replies in DynamoDB; each post is one transaction. Thread-safe. */
final class DynamoPosts implements PostStore {
  /** The parts of a transaction whose conditions may fail, by their place in it. */
  private static final int AUTHOR = 0;

  private static final int GUARD = 1;
  private static final int ENTRY = 2;

  private static final int ATTEMPTS = 5;
  private final DynamoTable table;

  DynamoPosts(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Added add(DiscussionThread thread, Optional<Marker> marker) {
    List<Write> writes = new ArrayList<>(allowed(Guard.of(thread), thread.id()));
    writes.addAll(DynamoEntries.started(FeedEntry.of(thread)));
    writes.add(Write.put(DynamoItems.item(thread)).ifAbsent());
    writes.add(noted(thread.author(), new AuthoredPosts.Post(thread.id(), Optional.empty())));
    return added(table.write(writes, marker));
  }

  @Override
  public Added add(DiscussionThread thread, Reply reply, Optional<Marker> marker) {
    FeedEntry seen = DynamoEntries.readEventually(table, thread);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Outcome outcome = table.write(writes(thread, reply, seen), marker);
      if (!outcome.refusedAt(ENTRY)) {
        return added(outcome);
      }
      Optional<FeedEntry> found = outcome.existing().map(DynamoItems::entry);
      if (found.isEmpty()) {
        return new Added.NoThread();
      } else if (found.get().removed()) {
        return new Added.Closed();
      }
      seen = found.get();
    }
    throw Failure.unavailable(1);
  }

  @Override
  public Optional<DiscussionThread> thread(String id) {
    return table.get(DynamoItems.thread(id)).map(DynamoItems::thread);
  }

  @Override
  public Activity activity(DiscussionThread thread) {
    FeedEntry entry = DynamoEntries.read(table, thread);
    return new Activity(entry.replies(), entry.lastActivity());
  }

  @Override
  public Optional<Reply> reply(String threadId, String id) {
    return table.get(DynamoItems.reply(threadId, id)).map(DynamoItems::reply);
  }

  @Override
  public Slice<Reply> replies(String threadId, Optional<String> after, int limit) {
    String partition = DynamoItems.threadPartition(threadId);
    List<String> place = after.map(id -> List.of(partition, DynamoItems.REPLY + id)).orElse(null);
    Query query =
        Query.partition(partition).startingWith(DynamoItems.REPLY).after(place).limit(limit);
    Page page = table.query(query);
    return new Slice<>(page.items().stream().map(DynamoItems::reply).toList(), page.next() != null);
  }

  private static List<Write> writes(DiscussionThread thread, Reply reply, FeedEntry seen) {
    List<Write> writes = new ArrayList<>(allowed(Guard.of(thread.id(), reply), reply.id()));
    writes.addAll(DynamoEntries.replied(seen, reply.postedAt()));
    writes.add(Write.put(DynamoItems.item(thread, reply)).ifAbsent());
    writes.add(noted(reply.author(), new AuthoredPosts.Post(thread.id(), Optional.of(reply.id()))));
    return writes;
  }

  /** What must hold for every post: an active author, and not the same words again. */
  private static List<Write> allowed(Guard guard, String postId) {
    Item item = Item.of(DynamoAuthorItems.guard(guard)).with("post", postId).expiring(guard.ends());
    return List.of(
        Write.check(
            DynamoAuthorItems.profile(guard.author()),
            "#erased = ? AND #withdrawn = ?",
            false,
            false),
        Write.put(item)
            .when("attribute_not_exists(#pk) OR #expires <= ?", guard.from().getEpochSecond()));
  }

  private static Write noted(Optional<Author> author, AuthoredPosts.Post post) {
    return Write.put(DynamoAuthorItems.item(author.orElseThrow().id(), post, false));
  }

  private static Added added(Outcome outcome) {
    if (outcome.done()) {
      return new Added.Done();
    } else if (outcome.refusedAt(AUTHOR)) {
      return new Added.NoAuthor();
    } else if (outcome.refusedAt(GUARD)) {
      return new Added.Duplicate(outcome.existing().orElseThrow().text("post"));
    }
    throw new IllegalStateException("Refused at part " + outcome.refused());
  }
}
