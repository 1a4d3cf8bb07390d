package org.alike.members;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.alike.store.Item;
import org.alike.vocabulary.Kind;

/** A member's unknown words as the table keeps them. */
final class StoredWords {
  private StoredWords() {}

  static Item item(String member, UnknownWords words) {
    Item item = Item.of(Keys.words(member));
    for (Map.Entry<Kind, List<String>> ofKind : words.words().entrySet()) {
      item = item.with(attribute(ofKind.getKey()), ofKind.getValue());
    }
    return item;
  }

  static UnknownWords words(Item item) {
    Map<Kind, List<String>> words = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      words.put(kind, item.texts(attribute(kind)));
    }
    return new UnknownWords(words);
  }

  private static String attribute(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT) + "s";
  }
}
