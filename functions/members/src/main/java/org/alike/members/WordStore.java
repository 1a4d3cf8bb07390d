package org.alike.members;

import java.util.function.Consumer;

/** Where the members' unknown words are found; each member's change together with the member. */
interface WordStore {
  /** Hands on the words of each member who has any; a write of the last second may be missing. */
  void eachWords(Consumer<UnknownWords> reader);
}
