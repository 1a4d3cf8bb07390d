package org.alike.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
              return replied(world, "m0", thread, i);
            });

    List<Reply> replies = world.posts.replies(thread.id(), Optional.empty(), 1_000).items();
    assertThat(replies).allMatch(reply -> reply.author().isEmpty());
    assertThat(world.posts.activity(thread).replies()).isEqualTo(replies.size());
  }

  @Test
  void count_isExact_whenAMembersRepliesAreRemovedWhileOthersReply() throws Exception {
    World world = World.embedded().knowing("m0").knowing("m1");
    DiscussionThread thread = world.start("m1", World.ALS, Visibility.PUBLIC, "Coming and going");
    for (int i = 0; i < 20; i++) {
      world.reply("m0", thread, "Of the one who goes " + i);
    }

    all(
        i ->
            () -> {
              if (i == 5) {
                world.authors.erased(World.erasedWithPosts("m0", 2));
              } else if (i < 40) {
                world.clock.advance(Duration.ofMillis(1));
                world.reply("m1", thread, "Reply number " + i);
              }
              return true;
            });

    List<Reply> replies = world.posts.replies(thread.id(), Optional.empty(), 1_000).items();
    Instant last = replies.stream().map(Reply::postedAt).max(Instant::compareTo).orElseThrow();
    assertThat(replies).hasSize(39).allMatch(reply -> reply.author().isPresent());
    assertThat(world.posts.activity(thread)).isEqualTo(new PostStore.Activity(39, last));
  }

  @Test
  void thread_isShellOrGone_whenRemovedWhileOthersReply() throws Exception {
    World world = World.embedded().knowing("m0").knowing("m1");
    DiscussionThread thread = world.start("m0", World.ALS, Visibility.PUBLIC, "Going at once");

    all(
        i ->
            () -> {
              if (i == 3) {
                world.authors.erased(World.erasedWithPosts("m0", 2));
                return true;
              }
              return i > 40 || replied(world, "m1", thread, i);
            });

    List<Reply> replies = world.posts.replies(thread.id(), Optional.empty(), 1_000).items();
    Optional<DiscussionThread> left = world.posts.thread(thread.id());
    assertThat(left.map(DiscussionThread::removed).orElse(true)).isTrue();
    assertThat(left.map(shell -> world.posts.activity(shell).replies()).orElse(0L))
        .isEqualTo(replies.size());
  }

  private static boolean replied(World world, String member, DiscussionThread thread, int i) {
    try {
      world.reply(member, thread, "Reply number " + i);
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
