package org.alike.members;

import java.util.ArrayList;
import java.util.List;
import org.alike.store.Item;
import org.alike.store.Write;

/** What has to go with an item of an erased member: it, and what it leads to elsewhere. Pure. */
final class Leftovers {
  private Leftovers() {}

  static List<Write> of(String member, Item item) {
    List<Write> writes = new ArrayList<>(List.of(Write.delete(item.key())));
    if (Keys.isTie(item.key())) {
      writes.add(Write.delete(Keys.tie(Keys.other(item.key()), member)));
    }
    if (Keys.isIntroduction(item.key())) {
      Introduction introduction = StoredIntroduction.introduction(item);
      writes.add(Write.delete(Keys.introduction(introduction.other(), introduction.id())));
    }
    if (Keys.isPost(item.key())) {
      writes.add(Write.delete(Keys.heard(item.key())));
    }
    if (Keys.isAddress(item.key())) {
      writes.addAll(StoredAddress.leftovers(item));
    }
    return writes;
  }
}
