package org.alike.discussions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.kernel.Marker;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
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
  private static final String LATEST = "#removed = ? AND #replies >= ? AND #activity <= ?";
  private static final String LATE = "#removed = ? AND #replies >= ? AND #activity > ?";

  private final DynamoTable table;

  DynamoPosts(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Added add(DiscussionThread thread, Optional<Marker> marker) {
    FeedEntry entry = FeedEntry.of(thread);
    List<Write> writes = new ArrayList<>(allowed(Guard.of(thread), thread.id()));
    for (Feed feed : feeds(thread, Sort.ACTIVE)) {
      writes.add(Write.put(DynamoItems.item(entry, feed)));
    }
    for (Feed feed : feeds(thread, Sort.UNANSWERED)) {
      writes.add(Write.put(DynamoItems.item(entry, feed)));
    }
    writes.add(Write.put(DynamoItems.item(thread)).ifAbsent());
    writes.add(noted(thread.author(), new AuthoredPosts.Post(thread.id(), Optional.empty())));
    return added(table.write(writes, marker));
  }

  @Override
  public Added add(DiscussionThread thread, Reply reply, Optional<Marker> marker) {
    FeedEntry seen =
        table.getEventually(entryKey(thread)).map(DynamoItems::entry).orElse(FeedEntry.of(thread));
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
    FeedEntry entry = entry(table, thread);
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

  /** The lists a thread is in: its condition's and the one over all. */
  static List<Feed> feeds(DiscussionThread thread, Sort sort) {
    return feeds(FeedEntry.of(thread), sort);
  }

  /** The lists an entry is in. */
  static List<Feed> feeds(FeedEntry entry, Sort sort) {
    return List.of(
        new Feed(Optional.of(entry.condition()), entry.visibility(), sort),
        new Feed(Optional.empty(), entry.visibility(), sort));
  }

  /**
   * What feeds say of a thread now.
   *
   * @throws Failure NOT_FOUND when it was removed a moment ago
   */
  static FeedEntry entry(DynamoTable table, DiscussionThread thread) {
    return table.get(entryKey(thread)).map(DynamoItems::entry).orElseThrow(Threads::noSuchThread);
  }

  /**
   * A reply and what it moves. Entries of one thread are only ever written together, so the
   * condition on the first speaks for both: activity never goes back, even if clocks differ, or
   * somebody who pages could meet the thread twice; and a thread that was answered, or closed,
   * since it was seen is looked at again.
   */
  private static List<Write> writes(DiscussionThread thread, Reply reply, FeedEntry seen) {
    List<Write> writes = new ArrayList<>(allowed(Guard.of(thread.id(), reply), reply.id()));
    boolean latest = !reply.postedAt().isBefore(seen.lastActivity());
    boolean first = seen.replies() == 0;
    String activity = Moment.of(reply.postedAt()) + "#" + thread.id();
    for (Feed feed : feeds(thread, Sort.ACTIVE)) {
      Key key = Key.of(DynamoItems.partition(feed), thread.id());
      writes.add(
          counted(key, activity, latest)
              .when(latest ? LATEST : LATE, false, first ? 0 : 1, activity));
    }
    if (first) {
      for (Feed feed : feeds(thread, Sort.UNANSWERED)) {
        writes.add(Write.delete(Key.of(DynamoItems.partition(feed), thread.id())));
      }
    }
    writes.add(Write.put(DynamoItems.item(thread, reply)).ifAbsent());
    writes.add(noted(reply.author(), new AuthoredPosts.Post(thread.id(), Optional.of(reply.id()))));
    return writes;
  }

  private static Write counted(Key entry, String activity, boolean latest) {
    return latest
        ? Write.update(entry, "SET #replies = #replies + ?, #activity = ?", 1, activity)
        : Write.update(entry, "SET #replies = #replies + ?", 1);
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

  private static Key entryKey(DiscussionThread thread) {
    return Key.of(DynamoItems.partition(feeds(thread, Sort.ACTIVE).get(0)), thread.id());
  }
}
