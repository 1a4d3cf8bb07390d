package org.alike.members;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.alike.store.Item;
import org.alike.store.Write;

/** A letter as the outbox keeps it. */
final class StoredLetter {
  private static final String UNFRANKED = "unfranked";

  private StoredLetter() {}

  static Item item(Letter letter) {
    Item item =
        Item.of(Keys.letter(letter.id()))
            .with("kind", letter.kind().name().toLowerCase(Locale.ROOT))
            .with("token", letter.token().map(Token::text))
            .expiring(letter.expires());
    Item counted = letter.franked() ? item : item.with(UNFRANKED, true);
    if (letter.to() instanceof Letter.Addressee.OfMember member) {
      return counted.with("member", member.id());
    }
    return counted.with("to", ((Letter.Addressee.Reader) letter.to()).mailbox().address());
  }

  /** Notes on a letter that waits that it was counted; refused when it was, or is gone. */
  static Write franking(Letter letter) {
    return Write.update(Keys.letter(letter.id()), "SET #unfranked = ?", false)
        .when("#unfranked = ?", true);
  }

  /** The letter that an item is; empty for the table's other items. */
  static Optional<Letter> letter(Item item) {
    if (!Keys.isLetter(item.key())) {
      return Optional.empty();
    }
    return Optional.of(
        new Letter(
            item.key().sort(),
            Letter.Kind.valueOf(item.text("kind").toUpperCase(Locale.ROOT)),
            to(item),
            item.find("token").map(Token::new),
            Instant.ofEpochSecond(item.number("expires")),
            !item.flag(UNFRANKED)));
  }

  private static Letter.Addressee to(Item item) {
    return item.find("member")
        .<Letter.Addressee>map(Letter.Addressee.OfMember::new)
        .orElseGet(() -> new Letter.Addressee.Reader(new Mailbox(item.text("to"))));
  }
}
