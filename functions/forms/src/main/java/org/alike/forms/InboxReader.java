package org.alike.forms;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Portion;

/**
 * Reads the submissions of a form in order of time, side by side from the partitions that they are
 * spread over, as far as its budget reaches. Each time the partition that is the least far is read
 * on, so that everything up to {@link #place()} has been seen, and what is behind it has not. Not
 * thread-safe; one per page.
 */
final class InboxReader {
  private static final int LARGEST_PORTION = 1_000;

  /** The partitions of one form. */
  @FunctionalInterface
  interface Partitions {
    /** Reads on in one of them, behind where this id stands or would stand. */
    Portion read(int shard, String behind, int most, boolean newestFirst);
  }

  /**
   * How much may be read.
   *
   * @param items expired and deleted ones included
   * @param requests each reads a megabyte at most
   */
  record Budget(int items, int requests) {}

  /**
   * Which stretch of time is read.
   *
   * @param newestFirst whether from the newest to the oldest, or the other way round
   * @param from the id behind which it begins, in that direction
   * @param until the id at which it ends; empty for the end of what is there
   */
  record Stretch(boolean newestFirst, String from, String until) {
    private Comparator<String> order() {
      return newestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }

    private boolean ends(String id) {
      return !until.isEmpty() && order().compare(id, until) >= 0;
    }
  }

  private static final class Shard {
    private final int number;
    private final Deque<Item> waiting = new ArrayDeque<>();
    private String readTo;
    private boolean ended;
    private int portion;

    Shard(int number, String from, int portion) {
      this.number = number;
      this.readTo = from;
      this.portion = portion;
    }

    String position() {
      Item head = waiting.peek();
      return head == null ? readTo : SubmissionKeys.id(head.key());
    }
  }

  private final Partitions partitions;
  private final Stretch stretch;
  private final List<Shard> shards;
  private int items;
  private int requests;
  private String passed;

  /**
   * A reader that begins with portions of this size, or as small as lets each partition have one.
   */
  InboxReader(Partitions partitions, Stretch stretch, Budget budget, int portion) {
    this.partitions = partitions;
    this.stretch = stretch;
    this.items = budget.items();
    this.requests = budget.requests();
    this.passed = stretch.from();
    int first = Math.max(1, Math.min(portion, budget.items() / SubmissionKeys.SHARDS));
    this.shards =
        IntStream.range(0, SubmissionKeys.SHARDS)
            .mapToObj(number -> new Shard(number, stretch.from(), first))
            .toList();
    shards.forEach(shard -> shard.ended = stretch.ends(stretch.from()));
  }

  /** The next item; empty at the end, or when the budget is used up. */
  Optional<Item> next() {
    Optional<Shard> first = leastFar();
    while (first.isPresent() && first.get().waiting.isEmpty()) {
      passed = first.get().readTo;
      if (items <= 0 || requests <= 0) {
        return Optional.empty();
      }
      readOn(first.get());
      first = leastFar();
    }
    return first.map(shard -> shard.waiting.remove()).map(this::pass);
  }

  /** The id behind which to go on; empty at the end. */
  Optional<String> place() {
    return leastFar().map(shard -> passed);
  }

  private Item pass(Item item) {
    passed = SubmissionKeys.id(item.key());
    return item;
  }

  private Optional<Shard> leastFar() {
    return shards.stream()
        .filter(shard -> !shard.ended || !shard.waiting.isEmpty())
        .min(Comparator.comparing(Shard::position, stretch.order()));
  }

  private void readOn(Shard shard) {
    Portion portion =
        partitions.read(
            shard.number, shard.readTo, Math.min(shard.portion, items), stretch.newestFirst());
    items -= portion.read();
    requests--;
    shard.portion = Math.min(2 * shard.portion, LARGEST_PORTION);
    for (Item item : portion.items()) {
      if (isBeyond(item.key())) {
        shard.ended = true;
        return;
      }
      shard.waiting.add(item);
    }
    List<String> next = portion.next();
    if (next == null || isBeyond(Key.of(next.get(0), next.get(1)))) {
      shard.ended = true;
    } else {
      shard.readTo = SubmissionKeys.id(Key.of(next.get(0), next.get(1)));
    }
  }

  private boolean isBeyond(Key key) {
    return !SubmissionKeys.isSubmission(key) || stretch.ends(SubmissionKeys.id(key));
  }
}
