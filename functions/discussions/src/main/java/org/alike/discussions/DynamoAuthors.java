package org.alike.discussions;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Outcome;
import org.alike.store.Query;
import org.alike.store.Write;

/** Authors in DynamoDB. Thread-safe. */
final class DynamoAuthors implements AuthorStore {
  private static final int BATCH = 100;
  private static final int ATTEMPTS = 3;
  private final DynamoTable table;
  private final Clock clock;

  DynamoAuthors(DynamoTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Optional<Profile> profile(String id) {
    return table.get(DynamoItems.profile(id)).map(item -> profile(id, item));
  }

  @Override
  public void note(Author author, long version) {
    table.write(
        Write.put(item(author, version, false))
            .when("attribute_not_exists(#pk) OR (#erased = ? AND #version < ?)", false, version));
  }

  @Override
  public void bury(String id, long version) {
    table.write(
        Write.put(item(new Author(id, DynamoItems.NOBODY), version, true))
            .when("attribute_not_exists(#pk) OR #erased = ?", false));
  }

  @Override
  public List<Post> posts(String author) {
    return under(author, DynamoItems.POST).stream().map(DynamoItems::post).toList();
  }

  @Override
  public void anonymise(String author, Post post) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Outcome outcome = table.write(nameless(author, post), Optional.empty());
      if (outcome.done() || outcome.refusedAt(0)) {
        return;
      }
    }
    throw Failure.unavailable(1);
  }

  @Override
  public void forgetGuards(String author) {
    for (List<Item> some = under(author, DynamoItems.GUARD);
        !some.isEmpty();
        some = under(author, DynamoItems.GUARD)) {
      some.forEach(item -> table.write(Write.delete(item.key())));
    }
  }

  /** Consistent, so that a post whose transaction ended before the author's end is not missed. */
  private List<Item> under(String author, String prefix) {
    return table
        .query(
            Query.partition(DynamoItems.authorPartition(author))
                .startingWith(prefix)
                .limit(BATCH)
                .consistently())
        .items();
  }

  /** The post leaves the author's index in the same transaction: what is left there is to do. */
  private List<Write> nameless(String author, Post post) {
    List<Write> writes = new ArrayList<>();
    writes.add(Write.delete(DynamoItems.post(author, post)).when("attribute_exists(#pk)"));
    if (post.replyId().isPresent()) {
      writes.add(unsigned(DynamoItems.reply(post.threadId(), post.replyId().get())));
      return writes;
    }
    writes.add(unsigned(DynamoItems.thread(post.threadId())));
    DiscussionThread thread =
        table.get(DynamoItems.thread(post.threadId())).map(DynamoItems::thread).orElseThrow();
    for (Sort sort : List.of(Sort.ACTIVE, Sort.UNANSWERED)) {
      for (Feed feed : DynamoPosts.feeds(thread, sort)) {
        Key key = Key.of(DynamoItems.partition(feed), thread.id());
        if (sort == Sort.ACTIVE || table.get(key).isPresent()) {
          writes.add(
              Write.update(key, "SET #authorName = ?", DynamoItems.NOBODY)
                  .when("attribute_exists(#pk)"));
        }
      }
    }
    return writes;
  }

  private Write unsigned(Key post) {
    return Write.update(
            post,
            "SET #authorId = ?, #authorName = ?, #changedAt = ?, #version = #version + ?",
            DynamoItems.NOBODY,
            DynamoItems.NOBODY,
            Moment.of(clock.instant()),
            1)
        .when("attribute_exists(#pk)");
  }

  private static Item item(Author author, long version, boolean erased) {
    return Item.of(DynamoItems.profile(author.id()))
        .with("displayName", author.displayName())
        .with("version", version)
        .with("erased", erased);
  }

  private static Profile profile(String id, Item item) {
    Author author = new Author(id, item.text("displayName"));
    return new Profile(author, item.number("version"), item.flag("erased"));
  }
}
