package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.alike.kernel.Ids;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Portion;

/** Pages of an inbox while others write and delete: nothing twice, nothing left out. */
class InboxReaderPropertyTest {
  private static final long START = Instant.parse("2026-11-20T22:00:00Z").toEpochMilli();
  private static final int MINUTE = 60_000;

  /** Partitions in memory, with what has expired still in them, and other items behind. */
  private static final class World implements InboxReader.Partitions {
    private final List<NavigableMap<String, Boolean>> shards = new ArrayList<>();
    private final Random random;
    private int read;

    World(long seed) {
      random = new Random(seed);
      for (int shard = 0; shard < SubmissionKeys.SHARDS; shard++) {
        NavigableMap<String, Boolean> items = new TreeMap<>();
        items.put("D#" + new Ids(Clock.systemUTC(), random).next(), true);
        shards.add(items);
      }
    }

    String add(int minute, boolean alive) {
      Instant then = Instant.ofEpochMilli(START + (long) minute * MINUTE + random.nextInt(MINUTE));
      String id = new Ids(Clock.fixed(then, ZoneOffset.UTC), random).next();
      Key key = SubmissionKeys.submission("f", id);
      shards.get(key.partition().charAt(8) - '0').put(key.sort(), alive);
      return id;
    }

    void remove(String id) {
      shards.forEach(shard -> shard.remove(SubmissionKeys.submission("f", id).sort()));
    }

    @Override
    public Portion read(int shard, String behind, int most, boolean newestFirst) {
      String place = SubmissionKeys.place("f", shard, behind).get(1);
      NavigableMap<String, Boolean> all = shards.get(shard);
      List<String> found =
          (newestFirst ? all.headMap(place, false).descendingMap() : all.tailMap(place, false))
              .keySet().stream().limit(most).toList();
      read += found.size();
      boolean end = found.size() < most;
      String partition = SubmissionKeys.inbox("f", shard);
      List<Item> alive =
          found.stream()
              .filter(sort -> Boolean.TRUE.equals(all.get(sort)))
              .map(sort -> Item.of(Key.of(partition, sort)))
              .toList();
      return new Portion(
          alive, found.size(), end ? null : List.of(partition, found.get(found.size() - 1)));
    }
  }

  @Property(tries = 300)
  void pages_haveEachUntouchedOneOnce_whileOthersComeAndGo(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int limit,
      @ForAll @IntRange(min = 4, max = 40) int budget,
      @ForAll boolean newestFirst) {
    World world = new World(seed);
    Random random = new Random(seed);
    Set<String> there = new HashSet<>();
    for (int i = random.nextInt(80); i > 0; i--) {
      boolean alive = random.nextInt(4) > 0;
      String id = world.add(random.nextInt(240), alive);
      if (alive) {
        there.add(id);
      }
    }
    Set<String> gone = new HashSet<>();
    List<String> seen = new ArrayList<>();
    Optional<String> place =
        Optional.of(newestFirst ? SubmissionKeys.NEWEST : Ids.lastOf(Instant.EPOCH));
    int pages = 0;
    while (place.isPresent()) {
      place = page(world, newestFirst, place.get(), budget, limit, seen);
      assertThat(pages++).isLessThan(500);
      world.add(random.nextInt(240), true);
      if (!there.isEmpty() && random.nextBoolean()) {
        String victim =
            there.stream().sorted().skip(random.nextInt(there.size())).findFirst().orElseThrow();
        world.remove(victim);
        gone.add(victim);
      }
      if (pages > 200) {
        // Those who add at every page would never let it end the other way round.
        break;
      }
    }

    there.removeAll(gone);
    assertThat(seen).doesNotHaveDuplicates().containsAll(there);
    assertThat(seen)
        .isSortedAccordingTo(newestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder());
  }

  private static Optional<String> page(
      World world, boolean newestFirst, String from, int budget, int limit, List<String> seen) {
    world.read = 0;
    InboxReader reader =
        new InboxReader(
            world,
            new InboxReader.Stretch(newestFirst, from, ""),
            new InboxReader.Budget(budget, 100),
            1 + limit / 4);
    String place = from;
    for (int i = 0; i < limit; i++) {
      Optional<Item> item = reader.next();
      if (item.isEmpty()) {
        assertThat(world.read).isLessThanOrEqualTo(budget);
        return reader.place();
      }
      place = SubmissionKeys.id(item.get().key());
      seen.add(place);
    }
    return Optional.of(place);
  }

  @Property(tries = 200)
  void stretch_hasWhatIsInIt_andNothingElse(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 239) int from,
      @ForAll @IntRange(min = 0, max = 239) int until) {
    World world = new World(seed);
    List<String> inside = new ArrayList<>();
    String newest = Ids.lastOf(Instant.ofEpochMilli(START + (long) from * MINUTE));
    String oldest = Ids.lastOf(Instant.ofEpochMilli(START + (long) until * MINUTE));
    for (int i = 0; i < 60; i++) {
      String id = world.add(world.random.nextInt(240), true);
      if (id.compareTo(newest) < 0 && id.compareTo(oldest) > 0) {
        inside.add(id);
      }
    }
    InboxReader reader =
        new InboxReader(
            world,
            new InboxReader.Stretch(true, newest, oldest),
            new InboxReader.Budget(1_000, 1_000),
            2);
    List<String> found = new ArrayList<>();
    for (Optional<Item> item = reader.next(); item.isPresent(); item = reader.next()) {
      found.add(SubmissionKeys.id(item.get().key()));
    }

    inside.sort(Comparator.reverseOrder());
    assertThat(found).isEqualTo(inside);
    assertThat(reader.place()).isEmpty();
  }
}
