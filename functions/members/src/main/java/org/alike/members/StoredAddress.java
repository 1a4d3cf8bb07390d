package org.alike.members;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.alike.store.Item;
import org.alike.store.Write;

/** A member's wish for another address as the table keeps it. */
final class StoredAddress {
  private static final String ADDRESS = "address";
  private static final String UNTIL = "validUntil";
  private static final String OLD_TOKEN = "oldToken";
  private static final String NEW_TOKEN = "newToken";
  private static final String LETTERS = "letters";

  private StoredAddress() {}

  /** How often it was wished is of use for a day; a wish ends before the item does. */
  private static Item item(AddressStore.Step step) {
    AddressChange change = step.next();
    Item item =
        Item.of(MemberKeys.address(step.member()))
            .with("revision", change.revision())
            .with("day", change.day().toString())
            .with("times", change.times())
            .expiring(step.now().plus(Signups.VALID));
    return change.pending().map(pending -> with(item, pending)).orElse(item);
  }

  private static Item with(Item item, AddressChange.Pending pending) {
    return item.with(ADDRESS, pending.address().address())
        .with(OLD_TOKEN, pending.oldToken())
        .with(NEW_TOKEN, pending.newToken())
        .with(LETTERS, pending.letters())
        .with("oldConfirmed", pending.oldConfirmed())
        .with("newConfirmed", pending.newConfirmed())
        .with(UNTIL, pending.expires().getEpochSecond());
  }

  static AddressChange change(Item item, Instant now) {
    return new AddressChange(
        item.number("revision"),
        LocalDate.parse(item.text("day")),
        (int) item.number("times"),
        item.find(ADDRESS)
            .map(address -> pending(item, new Mailbox(address)))
            .filter(pending -> pending.expires().isAfter(now)));
  }

  private static AddressChange.Pending pending(Item item, Mailbox address) {
    return new AddressChange.Pending(
        address,
        item.text(OLD_TOKEN),
        item.text(NEW_TOKEN),
        item.texts(LETTERS),
        item.flag("oldConfirmed"),
        item.flag("newConfirmed"),
        Instant.ofEpochSecond(item.number(UNTIL)));
  }

  /** The next state, when the last one still is as seen. */
  static Write next(AddressStore.Step step) {
    return Write.put(item(step))
        .when(
            "attribute_not_exists(#pk) OR #expires <= ? OR #revision = ?",
            step.now().getEpochSecond(),
            step.seen().revision());
  }

  /** Ends what a wish has brought into the world: its links and its letters. */
  static List<Write> ending(AddressChange.Pending pending, Instant now) {
    List<Write> writes = new ArrayList<>();
    writes.add(Write.put(StoredLink.spent(pending.oldToken(), now)));
    writes.add(Write.put(StoredLink.spent(pending.newToken(), now)));
    pending.letters().forEach(letter -> writes.add(Write.delete(Keys.letter(letter))));
    return writes;
  }

  /** What has to go elsewhere with an erased member's wish, even one that has expired. */
  static List<Write> leftovers(Item item) {
    List<Write> writes = new ArrayList<>();
    item.find(OLD_TOKEN).ifPresent(token -> writes.add(Write.delete(Keys.token(token))));
    item.find(NEW_TOKEN).ifPresent(token -> writes.add(Write.delete(Keys.token(token))));
    item.texts(LETTERS).forEach(letter -> writes.add(Write.delete(Keys.letter(letter))));
    return writes;
  }
}
