package org.alike.discussions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.store.DynamoTable;
import org.alike.store.Key;
import org.alike.store.Write;

/**
 * How a thread's feed entries change. A thread is in its condition's list and in the one over all,
 * and as long as nobody has replied in the lists of unanswered threads too. Entries of one thread
 * are only ever written together, so each group of writes begins with the one whose condition
 * speaks for all of them. Pure, but for reading.
 */
final class DynamoEntries {
  private static final String LATEST = "#removed = ? AND #replies >= ? AND #activity <= ?";
  private static final String LATE = "#removed = ? AND #replies >= ? AND #activity > ?";

  private DynamoEntries() {}

  /**
   * What feeds say of a thread now.
   *
   * @throws Failure NOT_FOUND when it was removed a moment ago
   */
  static FeedEntry read(DynamoTable table, DiscussionThread thread) {
    return table
        .get(key(FeedEntry.of(thread)))
        .map(DynamoItems::entry)
        .orElseThrow(Threads::noSuchThread);
  }

  /** The same at half the cost; a thread that is not there yet has just been started. */
  static FeedEntry readEventually(DynamoTable table, DiscussionThread thread) {
    FeedEntry started = FeedEntry.of(thread);
    return table.getEventually(key(started)).map(DynamoItems::entry).orElse(started);
  }

  /** The entries of a new thread. */
  static List<Write> started(FeedEntry entry) {
    List<Write> writes = new ArrayList<>();
    for (Sort sort : List.of(Sort.ACTIVE, Sort.UNANSWERED)) {
      feeds(entry, sort).forEach(feed -> writes.add(Write.put(DynamoItems.item(entry, feed))));
    }
    return writes;
  }

  /**
   * One reply more. Activity never goes back, even if clocks differ, or somebody who pages could
   * meet the thread twice. Refused when the thread was answered, emptied or closed since it was
   * seen, so that it is looked at again.
   */
  static List<Write> replied(FeedEntry seen, Instant at) {
    boolean latest = !at.isBefore(seen.lastActivity());
    boolean first = seen.replies() == 0;
    String activity = Sort.ACTIVE.position(seen.with(seen.replies(), at));
    List<Write> writes = new ArrayList<>();
    for (Key key : keys(seen, Sort.ACTIVE)) {
      writes.add(
          counted(key, activity, latest)
              .when(latest ? LATEST : LATE, false, first ? 0 : 1, activity));
    }
    if (first) {
      keys(seen, Sort.UNANSWERED).forEach(key -> writes.add(Write.delete(key)));
    }
    return writes;
  }

  /** Other entries in their place; unanswered ones too, when the last reply has gone. */
  static List<Write> changed(FeedEntry known, FeedEntry next) {
    List<Write> writes = new ArrayList<>();
    for (Feed feed : feeds(next, Sort.ACTIVE)) {
      writes.add(unlessChanged(Write.put(DynamoItems.item(next, feed)), known));
    }
    if (next.replies() == 0) {
      for (Feed feed : feeds(next, Sort.UNANSWERED)) {
        writes.add(Write.put(DynamoItems.item(next, feed)));
      }
    }
    return writes;
  }

  /** None any more. */
  static List<Write> gone(FeedEntry known) {
    List<Write> writes = new ArrayList<>();
    for (Key key : keys(known, Sort.ACTIVE)) {
      writes.add(unlessChanged(Write.delete(key), known));
    }
    keys(known, Sort.UNANSWERED).forEach(key -> writes.add(Write.delete(key)));
    return writes;
  }

  /** The same without the author; refused when the thread was answered first, or is open again. */
  static List<Write> unsigned(FeedEntry known) {
    boolean open = known.replies() == 0;
    List<Write> writes = new ArrayList<>();
    for (Key key : keys(known, Sort.ACTIVE)) {
      writes.add(unsigned(key).when(open ? "#replies = ?" : "#replies > ?", 0));
    }
    if (open) {
      keys(known, Sort.UNANSWERED)
          .forEach(key -> writes.add(unsigned(key).when("attribute_exists(#pk)")));
    }
    return writes;
  }

  private static Write counted(Key entry, String activity, boolean latest) {
    return latest
        ? Write.update(entry, "SET #replies = #replies + ?, #activity = ?", 1, activity)
        : Write.update(entry, "SET #replies = #replies + ?", 1);
  }

  private static Write unsigned(Key entry) {
    return Write.update(
        entry, "SET #authorId = ?, #authorName = ?", DynamoItems.NOBODY, DynamoItems.NOBODY);
  }

  private static Write unlessChanged(Write write, FeedEntry known) {
    return write.when(
        "#replies = ? AND #activity = ? AND #authorId = ? AND #removed = ?",
        known.replies(),
        Sort.ACTIVE.position(known),
        known.author().map(Author::id).orElse(DynamoItems.NOBODY),
        known.removed());
  }

  private static List<Feed> feeds(FeedEntry entry, Sort sort) {
    return List.of(
        new Feed(Optional.of(entry.condition()), entry.visibility(), sort),
        new Feed(Optional.empty(), entry.visibility(), sort));
  }

  private static List<Key> keys(FeedEntry entry, Sort sort) {
    return feeds(entry, sort).stream()
        .map(feed -> Key.of(DynamoItems.partition(feed), entry.id()))
        .toList();
  }

  private static Key key(FeedEntry entry) {
    return keys(entry, Sort.ACTIVE).get(0);
  }
}
