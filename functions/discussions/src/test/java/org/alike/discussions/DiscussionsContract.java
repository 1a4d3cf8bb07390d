package org.alike.discussions;

import static org.alike.discussions.World.ALS;
import static org.alike.discussions.World.MS;
import static org.alike.discussions.World.T2D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alike.kernel.Failure;
import org.alike.kernel.Repeat;
import org.alike.vocabulary.Vocabulary;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the use cases promise, over whichever store. */
abstract class DiscussionsContract {
  private static final Reader STRANGER = Reader.STRANGER;
  private static final Reader MEMBER = new Reader(Optional.of("m1"), Set.of());
  final World world;

  DiscussionsContract(World world) {
    this.world = world.knowing("m1").knowing("m2");
  }

  @Test
  void thread_isInItsFeeds_whenStarted() {
    DiscussionThread thread = world.start("m1", ALS, Visibility.PUBLIC, "Braces at night?");

    FeedEntry entry = world.feed(ALS, Sort.ACTIVE, STRANGER).items().get(0);
    assertThat(entry).isEqualTo(FeedEntry.of(thread));
    for (Sort sort : Sort.values()) {
      assertThat(ids(world.feed(ALS, sort, STRANGER))).containsExactly(thread.id());
      assertThat(ids(overall(sort, STRANGER))).containsExactly(thread.id());
    }
  }

  @Test
  void thread_movesUpAndIsAnswered_whenSomebodyReplies() {
    DiscussionThread older = world.start("m1", ALS, Visibility.PUBLIC, "The older one");
    world.clock.advance(Duration.ofSeconds(1));
    DiscussionThread newer = world.start("m1", ALS, Visibility.PUBLIC, "The newer one");
    world.clock.advance(Duration.ofSeconds(1));

    world.reply("m2", older, "Yes, me too");

    assertThat(ids(world.feed(ALS, Sort.ACTIVE, STRANGER))).containsExactly(older.id(), newer.id());
    assertThat(ids(world.feed(ALS, Sort.LATEST, STRANGER))).containsExactly(newer.id(), older.id());
    assertThat(ids(world.feed(ALS, Sort.UNANSWERED, STRANGER))).containsExactly(newer.id());
    assertThat(ids(overall(Sort.ACTIVE, STRANGER))).containsExactly(older.id(), newer.id());
    assertThat(ids(overall(Sort.UNANSWERED, STRANGER))).containsExactly(newer.id());
    PostStore.Activity activity = world.threads.thread(older.id(), STRANGER).activity();
    assertThat(activity).isEqualTo(new PostStore.Activity(1, world.clock.instant()));
  }

  @Test
  void activity_neverGoesBack_whenAReplyComesFromASlowerClock() {
    DiscussionThread thread = world.start("m1", ALS, Visibility.PUBLIC, "Two clocks");
    world.clock.advance(Duration.ofSeconds(-30));

    world.reply("m2", thread, "From the past");

    PostStore.Activity activity = world.posts.activity(thread);
    assertThat(activity).isEqualTo(new PostStore.Activity(1, thread.postedAt()));
  }

  @Test
  void membersOnly_isNowhere_whenAStrangerLooks() {
    DiscussionThread thread = world.start("m1", ALS, Visibility.MEMBERS, "Among ourselves");

    for (Sort sort : Sort.values()) {
      assertThat(ids(world.feed(ALS, sort, STRANGER))).isEmpty();
      assertThat(ids(overall(sort, STRANGER))).isEmpty();
      assertThat(ids(world.feed(ALS, sort, MEMBER))).containsExactly(thread.id());
    }
    assertRefused(Failure.Kind.NOT_FOUND, () -> world.threads.thread(thread.id(), STRANGER));
    assertRefused(
        Failure.Kind.NOT_FOUND,
        () -> world.threads.replies(thread.id(), STRANGER, Optional.empty(), 20));
    assertThat(world.threads.thread(thread.id(), MEMBER).thread()).isEqualTo(thread);
  }

  @Test
  void same_isAnsweredWithTheFirst_whenPostedAgainWithinFiveMinutes() {
    DiscussionThread first = world.start("m1", ALS, Visibility.PUBLIC, "Sent twice");
    Reply reply = world.reply("m1", first, "And this one too");
    world.clock.advance(Duration.ofMinutes(5).minusSeconds(1));

    assertThat(world.start("m1", ALS, Visibility.PUBLIC, "Sent twice")).isEqualTo(first);
    assertThat(world.reply("m1", first, "And this one too")).isEqualTo(reply);
    assertThat(world.posts.activity(first).replies()).isEqualTo(1);
  }

  @Test
  void same_isPosted_whenFiveMinutesPassedOrItIsNotQuiteTheSame() {
    DiscussionThread first = world.start("m1", ALS, Visibility.PUBLIC, "Once more");
    world.start("m1", ALS, Visibility.MEMBERS, "Once more");
    world.start("m1", T2D, Visibility.PUBLIC, "Once more");
    world.start("m2", ALS, Visibility.PUBLIC, "Once more");
    world.clock.advance(Duration.ofMinutes(5));

    assertThat(world.start("m1", ALS, Visibility.PUBLIC, "Once more")).isNotEqualTo(first);
    assertThat(ids(overall(Sort.LATEST, MEMBER))).hasSize(5);
  }

  @Test
  void post_isRefused_whenTheAuthorIsUnknownOrErased() {
    world.authors.erased(World.erased("m2", 2));

    assertRefused(
        Failure.Kind.UNAVAILABLE, () -> world.start("m9", ALS, Visibility.PUBLIC, "Too early"));
    assertRefused(
        Failure.Kind.FORBIDDEN, () -> world.start("m2", ALS, Visibility.PUBLIC, "Too late"));
    assertThat(ids(overall(Sort.LATEST, MEMBER))).isEmpty();
  }

  @Test
  void post_isRefusedByTheStore_whenTheAuthorIsErasedWhileTheyPost() {
    DiscussionThread thread = world.start("m2", ALS, Visibility.PUBLIC, "The last one");
    Instant now = world.clock.instant();
    Reply reply =
        new Reply(world.ids.next(), "Too late", thread.author(), now, Optional.empty(), 1);
    world.authors.erased(World.erased("m2", 2));

    PostStore.Added added = world.posts.add(thread, reply, Optional.empty());

    assertThat(added).isInstanceOf(PostStore.Added.NoAuthor.class);
    assertThat(world.posts.activity(thread).replies()).isZero();
    assertThat(world.posts.reply(thread.id(), reply.id())).isEmpty();
  }

  @Test
  void post_isRefused_whenThereIsNoSuchPlace() {
    DiscussionThread here = world.start("m1", ALS, Visibility.PUBLIC, "One thread");
    DiscussionThread there = world.start("m1", ALS, Visibility.PUBLIC, "Another thread");
    Reply reply = world.reply("m1", here, "A reply here");
    Words.OfReply answer = new Words.OfReply("Answer", Optional.of(reply.id()));

    assertRefused(
        Failure.Kind.NOT_FOUND, () -> world.start("m1", "nothing", Visibility.PUBLIC, "No place"));
    assertRefused(
        Failure.Kind.NOT_FOUND,
        () -> world.start("m1", "neurological-conditions", Visibility.PUBLIC, "A category"));
    assertRefused(
        Failure.Kind.NOT_FOUND,
        () -> world.posting.reply("m1", world.ids.next(), answer, Repeat.none()));
    assertRefused(
        Failure.Kind.INVALID, () -> world.posting.reply("m1", there.id(), answer, Repeat.none()));
    assertThat(world.posting.reply("m1", here.id(), answer, Repeat.none()).reply().replyTo())
        .contains(reply.id());
  }

  @Test
  void replies_areEachSeenOnce_whenPagedWhileOthersReply() {
    DiscussionThread thread = world.start("m1", ALS, Visibility.PUBLIC, "A long talk");
    for (int i = 0; i < 6; i++) {
      world.clock.advance(Duration.ofMillis(1));
      world.reply("m2", thread, "Reply " + i);
    }

    Threads.Replies first = world.threads.replies(thread.id(), STRANGER, Optional.empty(), 3);
    world.clock.advance(Duration.ofMillis(1));
    world.reply("m1", thread, "Reply 6");
    Threads.Replies second = world.threads.replies(thread.id(), STRANGER, first.next(), 4);

    assertThat(first.items())
        .extracting(Reply::text)
        .containsExactly("Reply 0", "Reply 1", "Reply 2");
    assertThat(second.items())
        .extracting(Reply::text)
        .containsExactly("Reply 3", "Reply 4", "Reply 5", "Reply 6");
    assertThat(second.next()).isEmpty();
  }

  @Test
  void quietPage_showsRelatedCommunities_mostActiveFirst() {
    world.start("m1", MS, Visibility.MEMBERS, "Hidden from strangers");
    String related = related(ALS, 0);
    String other = related(ALS, 1);
    world.start("m1", related, Visibility.PUBLIC, "Related and older");
    world.clock.advance(Duration.ofSeconds(1));
    world.start("m1", other, Visibility.PUBLIC, "Related and newer");

    List<Elsewhere.More> more = world.feed(ALS, Sort.ACTIVE, STRANGER).more();

    assertThat(more).extracting(m -> m.condition().id()).containsExactly(other, related);
    assertThat(more).extracting(Elsewhere.More::relation).containsOnly("related");
    assertThat(more.toString()).doesNotContain("Hidden");
  }

  @Test
  void quietPage_showsWhateverIsActive_whenRelatedCommunitiesAreSilent() {
    String far = "endometriosis";
    world.start("m1", far, Visibility.PUBLIC, "Somewhere else");
    world.start("m1", ALS, Visibility.PUBLIC, "The only one here");

    List<Elsewhere.More> more = world.feed(ALS, Sort.ACTIVE, STRANGER).more();

    assertThat(more).extracting(m -> m.condition().id()).containsExactly(far);
    assertThat(more).extracting(Elsewhere.More::relation).containsExactly("other");
  }

  @Test
  void page_isNotFilled_whenThereAreFiveThreads() {
    world.start("m1", related(ALS, 0), Visibility.PUBLIC, "A related one");
    for (int i = 0; i < 5; i++) {
      world.start("m1", ALS, Visibility.PUBLIC, "Thread number " + i);
    }

    Feeds.FeedPage page = world.feed(ALS, Sort.ACTIVE, STRANGER);

    assertThat(page.items()).hasSize(5);
    assertThat(page.more()).isEmpty();
    assertThat(page.next()).isEmpty();
  }

  @Test
  void name_isNowhere_whenTheMemberIsErased() {
    DiscussionThread mine = world.start("m2", ALS, Visibility.PUBLIC, "Mine, unanswered");
    DiscussionThread answered = world.start("m2", ALS, Visibility.PUBLIC, "Mine, answered");
    DiscussionThread others = world.start("m1", ALS, Visibility.PUBLIC, "Of another member");
    Reply kept = world.reply("m1", answered, "Of another member too");
    Reply reply = world.reply("m2", others, "My reply");

    world.authors.erased(World.erased("m2", 2));
    world.authors.erased(World.erased("m2", 2));
    world.authors.changed(World.changed("m2", 9, "Back again"));

    assertThat(world.posts.thread(mine.id()).orElseThrow().author()).isEmpty();
    assertThat(world.posts.thread(mine.id()).orElseThrow().version()).isEqualTo(2);
    assertThat(world.posts.reply(others.id(), reply.id()).orElseThrow().author()).isEmpty();
    assertThat(world.posts.reply(answered.id(), kept.id())).contains(kept);
    assertThat(world.posts.thread(others.id())).contains(others);
    for (Sort sort : Sort.values()) {
      assertThat(world.feed(ALS, sort, MEMBER).toString()).doesNotContain("Name of m2");
      assertThat(overall(sort, MEMBER).toString()).doesNotContain("Name of m2");
    }
    assertRefused(
        Failure.Kind.FORBIDDEN, () -> world.start("m2", ALS, Visibility.PUBLIC, "Not any more"));
  }

  @Test
  void newName_isForNewPosts_andAnOlderEventChangesNothing() {
    DiscussionThread before = world.start("m1", ALS, Visibility.PUBLIC, "By the first name");
    world.authors.changed(World.changed("m1", 5, "Second name"));
    world.authors.changed(World.changed("m1", 4, "Late name"));
    world.authors.changed(World.changed("m1", 5, "Repeated name"));

    DiscussionThread after = world.start("m1", ALS, Visibility.PUBLIC, "By the second name");

    assertThat(world.posts.thread(before.id())).contains(before);
    assertThat(after.author()).contains(new Author("m1", "Second name"));
  }

  private Feeds.FeedPage overall(Sort sort, Reader reader) {
    return world.feeds.page(new Feeds.Wanted(Optional.empty(), sort, reader, Optional.empty(), 20));
  }

  private static String related(String condition, int index) {
    return new Communities(Vocabulary.standard()).related(condition).get(index).id();
  }

  static List<String> ids(Feeds.FeedPage page) {
    return page.items().stream().map(FeedEntry::id).toList();
  }

  static void assertRefused(Failure.Kind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.kind()).isEqualTo(kind));
  }
}
