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
    if (MemberKeys.isTie(item.key())) {
      writes.add(Write.delete(MemberKeys.tie(MemberKeys.other(item.key()), member)));
    }
    if (MemberKeys.isIntroduction(item.key())) {
      Introduction introduction = StoredIntroduction.introduction(item);
      writes.add(Write.delete(MemberKeys.introduction(introduction.other(), introduction.id())));
    }
    if (MemberKeys.isPost(item.key())) {
      writes.add(Write.delete(Keys.heard(item.key())));
    }
    if (MemberKeys.isAddress(item.key())) {
      writes.addAll(StoredAddress.leftovers(item));
    }
    return writes;
  }
}
