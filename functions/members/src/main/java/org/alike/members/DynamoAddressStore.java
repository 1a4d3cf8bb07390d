package org.alike.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.kernel.Marker;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Outcome;
import org.alike.store.Write;

/** Wishes for another address in the feature's table. Thread-safe. */
final class DynamoAddressStore implements AddressStore {
  private final DynamoTable table;

  DynamoAddressStore(DynamoTable table) {
    this.table = table;
  }

  @Override
  public AddressChange of(String member, Instant now) {
    return table
        .get(MemberKeys.address(member))
        .map(item -> StoredAddress.change(item, now))
        .orElse(AddressChange.NONE);
  }

  @Override
  public boolean wish(Step step, List<Letter> letters, Optional<Marker> marker) {
    AddressChange.Pending wish = step.next().pending().orElseThrow();
    List<Write> writes = started(step);
    writes.add(Write.put(StoredLink.openFor(step.member(), wish.oldToken(), wish.expires())));
    writes.add(Write.put(StoredLink.openFor(step.member(), wish.newToken(), wish.expires())));
    letters.forEach(letter -> writes.add(Write.put(StoredLetter.item(letter))));
    return table.write(writes, marker).done();
  }

  @Override
  public boolean cancel(Step step) {
    return table.write(started(step), Optional.empty()).done();
  }

  /** The next state instead of the last, whose links and letters end. */
  private static List<Write> started(Step step) {
    List<Write> writes = new ArrayList<>();
    writes.add(StoredMember.there(step.member()));
    writes.add(StoredAddress.next(step));
    step.seen().pending().ifPresent(old -> writes.addAll(StoredAddress.ending(old, step.now())));
    return writes;
  }

  @Override
  public boolean confirm(Step step, String token, Optional<Marker> marker) {
    return table
        .write(
            List.of(
                StoredMember.there(step.member()),
                StoredAddress.next(step),
                StoredLink.using(token, step.now())),
            marker)
        .done();
  }

  @Override
  public Swapped swap(Member member, Step step, String token, Optional<Marker> marker) {
    Mailbox old = member.mailbox();
    Mailbox next = step.seen().pending().orElseThrow().address();
    Outcome outcome =
        table.write(
            List.of(
                Write.put(Item.of(Keys.claim(next)).with("member", member.id())).ifAbsent(),
                StoredMember.moving(member, next, step.now()),
                StoredAddress.next(step),
                StoredLink.using(token, step.now()),
                Write.delete(Keys.claim(old)).when("#member = ?", member.id()),
                Write.delete(Keys.pending(next.digest())),
                Write.put(
                    Item.of(MemberKeys.formerMailbox(member.id(), old.digest()))
                        .with("left", step.now().toString()))),
            marker);
    return outcome.done() ? Swapped.DONE : outcome.refusedAt(0) ? Swapped.TAKEN : Swapped.STALE;
  }
}
