package org.alike.alikes;

import java.util.BitSet;
import java.util.List;

/** Ids of many members in little memory, by their rank in alphabetical order. Immutable. */
final class MemberIds {
  private final byte[] bytes;
  private final int[] starts;
  private final BitSet texts = new BitSet();

  /** These ids, which are in order. */
  MemberIds(List<String> sorted) {
    starts = new int[sorted.size() + 1];
    RowOutput out = new RowOutput();
    for (int rank = 0; rank < sorted.size(); rank++) {
      Reference reference = Reference.of(sorted.get(rank));
      texts.set(rank, !reference.uuid());
      starts[rank + 1] = starts[rank] + reference.write(out);
    }
    bytes = out.toByteArray();
  }

  int size() {
    return starts.length - 1;
  }

  String get(int rank) {
    return Reference.id(!texts.get(rank), bytes, starts[rank], starts[rank + 1]);
  }

  /** The rank of an id, or {@code -1 -} the rank it would have. */
  int find(String id) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = get(middle).compareTo(id);
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return -1 - low;
  }

  /** Bytes of memory, without what the virtual machine adds. */
  long memory() {
    return bytes.length + 4L * starts.length + texts.size() / 8;
  }
}
