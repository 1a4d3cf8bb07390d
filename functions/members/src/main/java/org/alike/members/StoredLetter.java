package org.alike.members;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.alike.store.Item;

/** A letter as the outbox keeps it. */
final class StoredLetter {
  private StoredLetter() {}

  static Item item(Letter letter) {
    return Item.of(Keys.letter(letter.id()))
        .with("kind", letter.kind().name().toLowerCase(Locale.ROOT))
        .with("to", letter.to().address())
        .with("token", letter.token().map(Token::text))
        .expiring(letter.expires());
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
            new Mailbox(item.text("to")),
            item.find("token").map(Token::new),
            Instant.ofEpochSecond(item.number("expires"))));
  }
}
