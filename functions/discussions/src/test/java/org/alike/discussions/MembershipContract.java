package org.alike.discussions;

import static org.alike.discussions.DiscussionsContract.assertRefused;
import static org.alike.discussions.DiscussionsContract.ids;
import static org.alike.discussions.World.ALS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Failure;
import org.alike.kernel.Repeat;
import org.junit.jupiter.api.Test;

/** What becomes of posts when members part, withdraw their consent or leave, in any store. */
abstract class MembershipContract {
  private static final Optional<String> NONE = Optional.empty();
  private final World world;

  MembershipContract(World world) {
    this.world = world.knowing("m1").knowing("m2").knowing("m3");
  }

  @Test
  void parted_seeNothingOfEachOther_whicheverOfThemAsked() {
    DiscussionThread one = start("m1", "By the blocker");
    DiscussionThread two = start("m2", "By the blocked");
    DiscussionThread three = start("m3", "By somebody else");
    Reply ofOne = world.reply("m1", three, "The blocker replies");
    Reply ofTwo = world.reply("m2", three, "The blocked replies");

    world.authors.parted(World.parted("m1", "m2", 1));

    assertThat(seenBy("m1")).containsExactlyInAnyOrder(one.id(), three.id());
    assertThat(seenBy("m2")).containsExactlyInAnyOrder(two.id(), three.id());
    assertThat(seenBy("m3")).containsExactlyInAnyOrder(one.id(), two.id(), three.id());
    assertRefused(Failure.Kind.NOT_FOUND, () -> world.threads.thread(two.id(), reader("m1")));
    assertRefused(Failure.Kind.NOT_FOUND, () -> replies("m2", one));
    assertThat(replies("m1", three)).containsExactly(ofOne);
    assertThat(replies("m2", three)).containsExactly(ofTwo);
    assertThat(replies("m3", three)).containsExactlyInAnyOrder(ofOne, ofTwo);
    assertThat(world.threads.thread(three.id(), reader("m1")).activity().replies()).isEqualTo(2);
  }

  @Test
  void parted_replyNeitherToEachOthersThreadsNorReplies() {
    DiscussionThread one = start("m1", "By the blocker");
    DiscussionThread three = start("m3", "By somebody else");
    Words.OfReply toOne =
        new Words.OfReply("To you", Optional.of(world.reply("m1", three, "A reply").id()));
    world.authors.parted(World.parted("m1", "m2", 1));

    assertRefused(Failure.Kind.NOT_FOUND, () -> world.reply("m2", one, "Let me in"));
    assertRefused(
        Failure.Kind.INVALID, () -> world.posting.reply("m2", three.id(), toOne, Repeat.none()));
    assertThat(world.posts.activity(one).replies()).isZero();
  }

  @Test
  void reunited_seeEachOtherAgain_butOnlyWhenNeitherBlocks() {
    DiscussionThread one = start("m1", "By one of them");
    world.authors.parted(World.parted("m1", "m2", 1));
    world.authors.parted(World.parted("m2", "m1", 1));

    world.authors.reunited(World.reunited("m1", "m2", 2));
    world.authors.parted(World.parted("m1", "m2", 1));
    assertThat(seenBy("m2")).isEmpty();

    world.authors.reunited(World.reunited("m2", "m1", 2));
    assertThat(seenBy("m2")).containsExactly(one.id());
  }

  @Test
  void blocks_areForgotten_whenOneIsErased_andALateOneIsNot() {
    world.authors.parted(World.parted("m1", "m2", 1));
    world.authors.parted(World.parted("m3", "m1", 1));

    world.authors.erased(World.erased("m1", 2));
    world.authors.parted(World.parted("m1", "m2", 1));
    world.authors.parted(World.parted("m2", "m1", 7));

    assertThat(world.members.profile("m2").apart()).isEmpty();
    assertThat(world.members.profile("m3").apart()).isEmpty();
  }

  @Test
  void withdrawn_readsButDoesNotPost_andIsNotQuoted() {
    DiscussionThread thread = start("m1", "Before it was withdrawn");
    Reply reply = world.reply("m1", thread, "And a reply");

    world.authors.changed(World.withdrawn("m1", 2));

    assertRefused(Failure.Kind.FORBIDDEN, () -> start("m1", "After it was withdrawn"));
    assertRefused(Failure.Kind.FORBIDDEN, () -> world.reply("m1", thread, "After it"));
    assertThat(seenBy("m1")).containsExactly(thread.id());
    assertThat(world.threads.thread(thread.id(), reader("m2")).thread().author())
        .contains(new Author("m1", "Name of m1"));
    assertThat(replies("m2", thread)).extracting(Reply::text).containsExactly(reply.text());
    assertThat(world.authored.all("m1", true)).isEmpty();
    assertThat(world.authored.all("m1", false)).hasSize(2);
    assertThat(world.members.profile("m1").settled()).isTrue();
  }

  @Test
  void withdrawn_isQuotedAndPostsAgain_whenItIsUndone() {
    DiscussionThread thread = start("m1", "Before it was withdrawn");
    world.authors.changed(World.withdrawn("m1", 2));

    world.authors.changed(World.changed("m1", 3, "Another name"));
    world.authors.changed(World.withdrawn("m1", 2));

    assertThat(world.authored.all("m1", false)).isEmpty();
    assertThat(world.members.profile("m1").settled()).isTrue();
    assertThat(world.reply("m1", thread, "Back again").author())
        .contains(new Author("m1", "Another name"));
  }

  @Test
  void erased_readsNothing_asAMember() {
    world.authors.erased(World.erased("m1", 2));

    assertRefused(Failure.Kind.FORBIDDEN, () -> reader("m1"));
  }

  @Test
  void unsigned_isThePost_whenMembersMayNotSeeTheName() {
    world.authors.changed(named("m1", 2, "alikes"));
    world.authors.changed(named("m2", 2, "members"));

    assertThat(start("m1", "Without a name").author()).contains(new Author("m1", ""));
    assertThat(start("m2", "With a name").author()).contains(new Author("m2", "A name"));
  }

  @Test
  void removed_isNowhere_whenNobodyElseReplied() {
    DiscussionThread mine = start("m1", "Mine alone");
    DiscussionThread talk = start("m1", "Talking to myself");
    world.reply("m1", talk, "Yes, I think so too");

    world.authors.erased(World.erasedWithPosts("m1", 2));
    world.authors.erased(World.erasedWithPosts("m1", 2));

    for (Sort sort : Sort.values()) {
      assertThat(ids(world.feed(ALS, sort, reader("m2")))).isEmpty();
    }
    for (DiscussionThread gone : List.of(mine, talk)) {
      assertThat(world.posts.thread(gone.id())).isEmpty();
      assertRefused(Failure.Kind.NOT_FOUND, () -> world.reply("m2", gone, "Hello?"));
    }
  }

  @Test
  void removed_leavesAnEmptyShell_forTheRepliesOfOthers() {
    DiscussionThread thread = start("m1", "What I have written");
    world.reply("m1", thread, "My own reply");
    Reply other = world.reply("m2", thread, "The other's reply");

    world.authors.erased(World.erasedWithPosts("m1", 2));

    Threads.Shown shown = world.threads.thread(thread.id(), Reader.STRANGER);
    assertThat(shown.thread().title()).isEqualTo("Removed by its author");
    assertThat(shown.thread().text()).isEqualTo("Removed by its author");
    assertThat(shown.thread().author()).isEmpty();
    assertThat(shown.activity().replies()).isEqualTo(1);
    assertThat(replies("m3", thread)).extracting(Reply::id).containsExactly(other.id());
    FeedEntry entry = world.feed(ALS, Sort.ACTIVE, Reader.STRANGER).items().get(0);
    assertThat(entry).isEqualTo(FeedEntry.of(shown.thread()).with(1, other.postedAt()));
    assertRefused(Failure.Kind.CONFLICT, () -> world.reply("m3", thread, "Still there?"));
  }

  @Test
  void shell_isGone_whenTheLastReplyInItIs() {
    DiscussionThread thread = start("m1", "What I have written");
    world.reply("m2", thread, "The only reply");
    world.authors.erased(World.erasedWithPosts("m1", 2));

    world.authors.erased(World.erasedWithPosts("m2", 2));

    assertThat(world.posts.thread(thread.id())).isEmpty();
    assertThat(ids(world.feed(ALS, Sort.LATEST, reader("m3")))).isEmpty();
  }

  @Test
  void removedReply_takesItsCountAndActivityWithIt() {
    DiscussionThread thread = start("m1", "A thread with replies");
    tick();
    Reply first = world.reply("m2", thread, "The first reply");
    tick();
    world.reply("m3", thread, "The last reply");
    tick();
    DiscussionThread newer = start("m1", "A newer thread");

    world.authors.erased(World.erasedWithPosts("m3", 2));
    assertThat(world.posts.activity(thread)).isEqualTo(new PostStore.Activity(1, first.postedAt()));
    assertThat(ids(world.feed(ALS, Sort.UNANSWERED, reader("m1")))).containsExactly(newer.id());

    world.authors.erased(World.erasedWithPosts("m2", 2));
    assertThat(world.posts.activity(thread))
        .isEqualTo(new PostStore.Activity(0, thread.postedAt()));
    assertThat(ids(world.feed(ALS, Sort.UNANSWERED, reader("m1"))))
        .containsExactly(newer.id(), thread.id());
    assertThat(ids(world.feed(ALS, Sort.ACTIVE, reader("m1"))))
        .containsExactly(newer.id(), thread.id());
  }

  @Test
  void unansweredAgain_isAnsweredByTheNextReply() {
    DiscussionThread thread = start("m1", "Answered twice");
    world.reply("m2", thread, "The first answer");
    world.authors.erased(World.erasedWithPosts("m2", 2));

    world.reply("m3", thread, "The second answer");

    assertThat(ids(world.feed(ALS, Sort.UNANSWERED, reader("m1")))).isEmpty();
    assertThat(world.posts.activity(thread).replies()).isEqualTo(1);
  }

  private DiscussionThread start(String member, String title) {
    return world.start(member, ALS, Visibility.PUBLIC, title);
  }

  private void tick() {
    world.clock.advance(Duration.ofSeconds(1));
  }

  private Reader reader(String member) {
    return world.members.profile(member).reading();
  }

  private List<String> seenBy(String member) {
    return ids(world.feed(ALS, Sort.ACTIVE, reader(member)));
  }

  private List<Reply> replies(String member, DiscussionThread thread) {
    return world.threads.replies(thread.id(), reader(member), NONE, 20).items();
  }

  private static DomainEvent named(String member, long version, String audience) {
    DomainEvent plain = World.changed(member, version, "A name");
    Map<String, Object> data =
        Map.of("displayName", "A name", "shown", Map.of("displayName", audience));
    return new DomainEvent(
        plain.id(), plain.type(), member, version, plain.time(), plain.cause(), data);
  }
}
