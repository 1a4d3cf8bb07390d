package org.alike.discussions;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.store.DynamoTable;
import org.alike.store.Key;
import org.alike.store.Outcome;
import org.alike.store.Query;
import org.alike.store.Write;

/**
 * Authors' posts in DynamoDB. Each change of a post is one transaction with the change of its entry
 * in the author's list: what is left there is to do. Thread-safe.
 */
final class DynamoAuthoredPosts implements AuthoredPosts {
  private static final int BATCH = 100;
  private static final int ATTEMPTS = 3;
  private static final String THERE = "attribute_exists(#pk)";
  private final DynamoTable table;
  private final DynamoRemoval removal;
  private final Clock clock;

  DynamoAuthoredPosts(DynamoTable table, Clock clock) {
    this.table = table;
    this.removal = new DynamoRemoval(table, clock);
    this.clock = clock;
  }

  @Override
  public List<Post> some(String author) {
    return table.query(list(author).limit(BATCH)).items().stream()
        .map(DynamoAuthorItems::post)
        .toList();
  }

  @Override
  public List<Post> all(String author, boolean quotable) {
    return table.query(list(author)).items().stream()
        .filter(entry -> entry.flag("withheld") != quotable)
        .map(DynamoAuthorItems::post)
        .toList();
  }

  @Override
  public boolean follow(Profile author, Post post) {
    boolean withheld = author.withdrawn();
    Outcome outcome =
        table.write(
            Write.check(
                DynamoAuthorItems.profile(author.id()),
                "#erased = ? AND #version = ?",
                false,
                author.version()),
            Write.put(DynamoAuthorItems.item(author.id(), post, withheld)),
            Write.update(
                    DynamoItems.post(post),
                    "SET #withheld = ?, #changedAt = ?, #version = #version + ?",
                    withheld,
                    Moment.of(clock.instant()),
                    1)
                .when(THERE));
    return !outcome.refusedAt(0);
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
  public void remove(String author, Post post) {
    removal.remove(DynamoAuthorItems.post(author, post), post);
  }

  /** Consistent, so that a post whose transaction ended before the author's end is not missed. */
  private static Query list(String author) {
    return Query.partition(DynamoAuthorItems.partition(author))
        .startingWith(DynamoAuthorItems.POST)
        .consistently();
  }

  private List<Write> nameless(String author, Post post) {
    List<Write> writes = new ArrayList<>();
    writes.add(Write.delete(DynamoAuthorItems.post(author, post)).when(THERE));
    writes.add(unsigned(DynamoItems.post(post)));
    if (post.replyId().isPresent()) {
      return writes;
    }
    DiscussionThread thread =
        table.get(DynamoItems.thread(post.threadId())).map(DynamoItems::thread).orElseThrow();
    writes.addAll(DynamoEntries.unsigned(DynamoEntries.read(table, thread)));
    return writes;
  }

  private Write unsigned(Key post) {
    return Write.update(
            post,
            "SET #authorId = ?, #authorName = ?, #withheld = ?, #changedAt = ?,"
                + " #version = #version + ?",
            DynamoItems.NOBODY,
            DynamoItems.NOBODY,
            true,
            Moment.of(clock.instant()),
            1)
        .when(THERE);
  }
}
