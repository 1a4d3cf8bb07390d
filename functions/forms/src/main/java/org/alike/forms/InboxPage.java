package org.alike.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.store.Item;

/**
 * Some submissions that a query wants. Pure but for what its reader reads.
 *
 * @param items in the reader's order
 * @param place the id behind which to go on; empty when there is nothing more
 */
record InboxPage(List<InboxItem> items, Optional<String> place) {
  InboxPage {
    items = List.copyOf(items);
  }

  /**
   * Reads on until there are so many, or they get too long, or the budget is used up. One that no
   * longer fits is looked at, so that a page that ends just at the end says so.
   */
  static InboxPage read(InboxReader reader, InboxQuery query, int limit, int bytes) {
    List<InboxItem> items = new ArrayList<>();
    int length = 0;
    Optional<String> place = reader.place();
    Optional<Item> next = reader.next();
    while (next.isPresent()) {
      Optional<InboxItem> wanted = next.flatMap(DynamoInboxStore::inboxItem).filter(query::matches);
      if (wanted.isPresent()) {
        length += wanted.get().bytes();
        if (items.size() == limit || (length > bytes && !items.isEmpty())) {
          return new InboxPage(items, place);
        }
        items.add(wanted.get());
      }
      place = next.map(item -> SubmissionKeys.id(item.key()));
      next = reader.next();
    }
    return new InboxPage(items, reader.place());
  }
}
