package org.alike.discussions;

import java.util.List;
import java.util.Optional;
import org.alike.store.DynamoTable;
import org.alike.store.Page;
import org.alike.store.Query;

/** Feeds in DynamoDB: a page is one query over whole entries. Thread-safe. */
final class DynamoFeeds implements FeedStore {
  private final DynamoTable table;

  DynamoFeeds(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Slice<FeedEntry> page(Feed feed, Optional<String> after, int limit) {
    Query query =
        feed.sort() == Sort.ACTIVE ? byActivity(feed, after) : byThread(feed, after.orElse(""));
    Page page = table.query(query.descending().limit(limit));
    return new Slice<>(page.items().stream().map(DynamoItems::entry).toList(), page.next() != null);
  }

  private static Query byActivity(Feed feed, Optional<String> after) {
    String list = DynamoItems.list(feed.condition(), feed.visibility());
    String partition = DynamoItems.partition(feed);
    return Query.partition(list)
        .on(DynamoItems.BY_FEED)
        .after(after.map(place -> List.of(partition, threadOf(place), list, place)).orElse(null));
  }

  private static Query byThread(Feed feed, String after) {
    String partition = DynamoItems.partition(feed);
    return Query.partition(partition).after(after.isEmpty() ? null : List.of(partition, after));
  }

  private static String threadOf(String position) {
    return position.substring(position.indexOf('#') + 1);
  }
}
