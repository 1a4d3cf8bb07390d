package org.alike.discussions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Whoever pages while others post and reply sees every untouched thread exactly once, and none
 * twice, also where a block hides threads in between. Clocks of those who post may differ, so time
 * sometimes goes back a little.
 */
class PagingTest {
  private static final List<String> CONDITIONS = List.of(World.ALS, World.T2D, World.MS);

  @Property(tries = 400)
  void untouchedThreads_areSeenOnce_whenOthersPost(
      @ForAll @Size(min = 10, max = 150) List<@IntRange(min = 0, max = 99_999) Integer> steps) {
    play(World.inMemory(), steps);
  }

  @Property(tries = 12)
  void untouchedThreads_areSeenOnce_whenOthersPostToTheTable(
      @ForAll @Size(min = 30, max = 70) List<@IntRange(min = 0, max = 99_999) Integer> steps) {
    play(World.embedded(), steps);
  }

  private static void play(World world, List<Integer> steps) {
    world.knowing("m1").knowing("m2").knowing("m3");
    List<DiscussionThread> threads = new ArrayList<>();
    List<Walk> walks = new ArrayList<>();
    for (Sort sort : Sort.values()) {
      walks.add(new Walk(world.feeds, sort, Reader.STRANGER));
      walks.add(new Walk(world.feeds, sort, new Reader(Optional.of("m1"), Set.of())));
      walks.add(new Walk(world.feeds, sort, new Reader(Optional.of("m1"), Set.of("m3"))));
    }
    for (int i = 0; i < steps.size(); i++) {
      int step = steps.get(i);
      int choice = step / 10;
      world.clock.advance(Duration.ofMillis(step % 7 - 1));
      if (step % 10 < 3 || threads.isEmpty()) {
        threads.add(started(world, choice, "Thread number " + i));
      } else if (step % 10 < 5) {
        DiscussionThread thread = threads.get(choice % threads.size());
        world.reply("m2", thread, "Reply number " + i);
        walks.forEach(walk -> walk.touched(thread.id()));
      } else {
        walks.get(choice % walks.size()).turn(entries(world, threads), 1 + choice % 4);
      }
    }
    walks.forEach(walk -> walk.finishQuietly(entries(world, threads), 1 + threads.size() / 2));
  }

  private static DiscussionThread started(World world, int choice, String title) {
    Visibility visibility = choice % 2 == 0 ? Visibility.PUBLIC : Visibility.MEMBERS;
    String author = choice % 5 < 2 ? "m3" : "m1";
    return world.start(author, CONDITIONS.get(choice % 3), visibility, title);
  }

  private static List<FeedEntry> entries(World world, List<DiscussionThread> threads) {
    return threads.stream().map(thread -> entry(world, thread)).toList();
  }

  private static FeedEntry entry(World world, DiscussionThread thread) {
    PostStore.Activity activity = world.posts.activity(thread);
    return FeedEntry.of(thread).with(activity.replies(), activity.last());
  }
}
