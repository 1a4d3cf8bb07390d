package org.alike.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.alike.kernel.Failure;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
  private static final int REPLIES = 200;

  @Test
  void count_isExact_whenManyReplyAtOnce() throws Exception {
    World world = World.embedded().knowing("m0");
    IntStream.range(1, 20).forEach(i -> world.knowing("m" + i));
    DiscussionThread thread = world.start("m0", World.ALS, Visibility.PUBLIC, "Everybody answers");

    all(i -> () -> world.reply("m" + i % 20, thread, "Reply number " + i));

    assertThat(world.posts.activity(thread).replies()).isEqualTo(REPLIES);
    assertThat(world.posts.replies(thread.id(), Optional.empty(), 1_000).items()).hasSize(REPLIES);
    Feeds.Wanted overall =
        new Feeds.Wanted(Optional.empty(), Sort.ACTIVE, Reader.STRANGER, Optional.empty(), 5);
    assertThat(world.feeds.page(overall).items().get(0).replies()).isEqualTo(REPLIES);
  }

  @Test
  void same_isPostedOnce_whenSentManyTimesAtOnce() throws Exception {
    World world = World.embedded().knowing("m0");
    DiscussionThread thread = world.start("m0", World.ALS, Visibility.PUBLIC, "A nervous finger");

    List<Reply> replies = all(i -> () -> world.reply("m0", thread, "The very same"));

    assertThat(replies).containsOnly(replies.get(0));
    assertThat(world.posts.activity(thread).replies()).isEqualTo(1);
  }

  @Test
  void nameless_isEveryPost_whenTheMemberIsErasedWhilePosting() throws Exception {
    World world = World.embedded().knowing("m0").knowing("m1");
    DiscussionThread thread = world.start("m1", World.ALS, Visibility.PUBLIC, "Until the end");

    all(
        i ->
            () -> {
              if (i == REPLIES / 2) {
                world.authors.erased(World.erased("m0", 2));
                return true;
              }
              return replied(world, thread, i);
            });

    List<Reply> replies = world.posts.replies(thread.id(), Optional.empty(), 1_000).items();
    assertThat(replies).allMatch(reply -> reply.author().isEmpty());
    assertThat(world.posts.activity(thread).replies()).isEqualTo(replies.size());
  }

  private static boolean replied(World world, DiscussionThread thread, int i) {
    try {
      world.reply("m0", thread, "Reply number " + i);
      return true;
    } catch (Failure refused) {
      return false;
    }
  }

  private interface Job<T> {
    Callable<T> number(int i);
  }

  private static <T> List<T> all(Job<T> job) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(16);
    try {
      List<Callable<T>> jobs = IntStream.range(0, REPLIES).mapToObj(job::number).toList();
      List<Future<T>> futures = pool.invokeAll(jobs);
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
