package org.alike.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Query;
import org.alike.store.Write;

/**
 * Posts in the feature's table: each beside its author, and by its own id whose it is and the last
 * version heard of, which orders what comes late. Thread-safe.
 */
final class DynamoPostStore implements PostStore {
  private static final String AUTHOR = "author";
  private static final String VERSION = "version";
  private static final String NEWER = "attribute_not_exists(#pk) OR #version < ?";
  private static final int ATTEMPTS = 5;
  private final DynamoTable table;

  DynamoPostStore(DynamoTable table) {
    this.table = table;
  }

  @Override
  public void keep(Post post, String author, long version) {
    Item known = Item.of(Keys.heard(post.id())).with(AUTHOR, author).with(VERSION, version);
    table.write(
        Write.put(known).when(NEWER, version),
        Write.put(item(post, author)),
        StoredMember.there(author));
  }

  /** What is heard of a removal first may still have its post to come, and must outlive it. */
  @Override
  public void forget(Post.Id post, long version, Instant until) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Item> known = table.get(Keys.heard(post));
      long before = known.map(item -> item.number(VERSION)).orElse(0L);
      boolean forgotten = known.isPresent() && known.get().find(AUTHOR).isEmpty();
      if (before > version
          || (before == version && forgotten)
          || tryForget(post, version, until, known)) {
        return;
      }
    }
    throw Failure.unavailable(1);
  }

  private boolean tryForget(Post.Id post, long version, Instant until, Optional<Item> known) {
    long before = known.map(item -> item.number(VERSION)).orElse(0L);
    Item gone = Item.of(Keys.heard(post)).with(VERSION, version).expiring(until);
    List<Write> writes = new ArrayList<>();
    writes.add(Write.put(gone).when("attribute_not_exists(#pk) OR #version = ?", before));
    known
        .flatMap(item -> item.find(AUTHOR))
        .ifPresent(author -> writes.add(Write.delete(MemberKeys.post(author, post))));
    return table.write(writes, Optional.empty()).done();
  }

  @Override
  public Page of(String member, Optional<List<String>> after, int most) {
    Query posts =
        Query.partition(MemberKeys.profile(member).partition())
            .startingWith(MemberKeys.POST)
            .after(after.orElse(null))
            .limit(most)
            .consistently();
    org.alike.store.Page page = table.query(posts);
    List<String> next = page.next();
    return new Page(
        page.items().stream().map(DynamoPostStore::post).toList(), next == null ? List.of() : next);
  }

  private static Item item(Post post, String author) {
    return Item.of(MemberKeys.post(author, post.id()))
        .with("thread", post.id().thread())
        .with("reply", post.id().reply())
        .with("title", post.title())
        .with("text", post.text())
        .with("condition", post.condition())
        .with("visibility", post.visibility())
        .with("postedAt", post.postedAt().toString());
  }

  private static Post post(Item item) {
    return new Post(
        new Post.Id(item.text("thread"), item.find("reply")),
        item.text("title"),
        item.text("text"),
        item.text("condition"),
        item.text("visibility"),
        Instant.parse(item.text("postedAt")));
  }
}
