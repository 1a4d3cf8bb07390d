package org.alike.members;

import java.util.List;
import org.alike.store.DynamoTable;
import org.alike.store.Query;

/** Blocks in the feature's table. Thread-safe. */
final class DynamoBlockStore implements BlockStore {
  private final DynamoTable table;

  DynamoBlockStore(DynamoTable table) {
    this.table = table;
  }

  @Override
  public Tie between(String member, String other) {
    return table
        .get(MemberKeys.tie(member, other))
        .map(StoredTie::tie)
        .orElseGet(() -> Tie.none(other));
  }

  @Override
  public List<Tie> of(String member) {
    Query ties =
        Query.partition(MemberKeys.partition(member)).startingWith(MemberKeys.TIE).consistently();
    return table.query(ties).items().stream().map(StoredTie::tie).toList();
  }

  @Override
  public boolean change(String member, Tie seen, Tie tie) {
    return table
        .write(
            StoredMember.there(member),
            StoredMember.there(tie.other()),
            StoredTie.changed(member, seen, tie),
            StoredTie.mirrored(member, tie))
        .done();
  }
}
