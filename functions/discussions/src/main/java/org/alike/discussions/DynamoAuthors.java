package org.alike.discussions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.alike.kernel.Failure;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Query;
import org.alike.store.Write;

/** Authors in DynamoDB. Thread-safe. */
final class DynamoAuthors implements AuthorStore {
  private static final int BATCH = 100;
  private static final int ATTEMPTS = 5;
  private static final String ALIVE = "attribute_not_exists(#pk) OR #erased = ?";
  private final DynamoTable table;

  DynamoAuthors(DynamoTable table) {
    this.table = table;
  }

  /** One query, consistent: a block or an end that we have heard of holds from the next request. */
  @Override
  public Profile profile(String id) {
    return DynamoAuthorItems.profile(
        id,
        table
            .query(
                Query.partition(DynamoAuthorItems.partition(id))
                    .startingWith(DynamoAuthorItems.PROFILE)
                    .consistently())
            .items());
  }

  @Override
  public void note(Author author, long version, boolean withdrawn) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Profile known = profile(author.id());
      if (known.erased()
          || known.version() >= version
          || noted(known, author, version, withdrawn)) {
        return;
      }
    }
    throw Failure.unavailable(1);
  }

  /** False when another event of the same member was quicker. */
  private boolean noted(Profile known, Author author, long version, boolean withdrawn) {
    Standing standing = withdrawn ? Standing.WITHDRAWN : Standing.ACTIVE;
    boolean same = known.standing() == Standing.UNKNOWN || known.standing() == standing;
    Profile next = new Profile(author, version, standing, known.settled() && same, Set.of());
    Write put = Write.put(DynamoAuthorItems.item(next));
    return table
        .write(
            known.standing() == Standing.UNKNOWN
                ? put.ifAbsent()
                : put.when("#erased = ? AND #version = ?", false, known.version()))
        .done();
  }

  @Override
  public void settle(Profile profile) {
    table.write(
        Write.update(DynamoAuthorItems.profile(profile.id()), "SET #settled = ?", true)
            .when("#erased = ? AND #version = ?", false, profile.version()));
  }

  @Override
  public void bury(String id, long version) {
    Profile end = new Profile(new Author(id, ""), version, Standing.ERASED, true, Set.of());
    table.write(Write.put(DynamoAuthorItems.item(end)).when(ALIVE, false));
  }

  @Override
  public void keep(Block block) {
    List<Write> writes = new ArrayList<>();
    for (String member : List.of(block.blocker(), block.blocked())) {
      writes.add(Write.check(DynamoAuthorItems.profile(member), ALIVE, false));
    }
    for (Item side : DynamoAuthorItems.items(block)) {
      writes.add(
          Write.put(side).when("attribute_not_exists(#pk) OR #version < ?", block.version()));
    }
    table.write(writes.toArray(Write[]::new));
  }

  /** Both sides of a block go together, since the other member's items name this one. */
  @Override
  public void forget(String id) {
    each(id, DynamoAuthorItems.GUARD, guard -> table.write(Write.delete(guard.key())));
    each(
        id,
        DynamoAuthorItems.APART,
        side ->
            table.write(
                Write.delete(side.key()), Write.delete(DynamoAuthorItems.mirrored(side.key()))));
  }

  /** Until there are none: what is deleted is gone from the next query. */
  private void each(String author, String prefix, Consumer<Item> delete) {
    for (List<Item> some = under(author, prefix); !some.isEmpty(); some = under(author, prefix)) {
      some.forEach(delete);
    }
  }

  /** Consistent, so that what ended before the author's end is not missed. */
  private List<Item> under(String author, String prefix) {
    return table
        .query(
            Query.partition(DynamoAuthorItems.partition(author))
                .startingWith(prefix)
                .limit(BATCH)
                .consistently())
        .items();
  }
}
