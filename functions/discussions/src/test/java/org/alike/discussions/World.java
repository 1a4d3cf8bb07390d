package org.alike.discussions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.alike.kernel.Cursors;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Ids;
import org.alike.kernel.Repeat;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.MovableClock;
import org.alike.vocabulary.Vocabulary;

/** All use cases over one kind of store, a clock to move and ids that are the same each time. */
final class World {
  static final String ALS = "amyotrophic-lateral-sclerosis";
  static final String T2D = "type-2-diabetes";
  static final String MS = "multiple-sclerosis";
  static final byte[] KEY = "a key for tests only, 32 bytes..".getBytes(StandardCharsets.UTF_8);

  final MovableClock clock;
  final Ids ids;
  final PostStore posts;
  final Posting posting;
  final Threads threads;
  final Feeds feeds;
  final AuthorStore members;
  final AuthoredPosts authored;
  final Authors authors;

  private World(
      PostStore posts,
      FeedStore feeds,
      AuthorStore members,
      AuthoredPosts authored,
      MovableClock clock) {
    Communities communities = new Communities(Vocabulary.standard());
    Cursors cursors = new Cursors(() -> KEY);
    this.clock = clock;
    this.ids = new Ids(clock, new Random(7));
    this.posts = posts;
    this.posting = new Posting(posts, members, communities, clock, ids);
    this.threads = new Threads(posts, cursors);
    this.feeds = new Feeds(feeds, communities, cursors, clock);
    this.members = members;
    this.authored = authored;
    this.authors = new Authors(members, authored);
  }

  static World inMemory() {
    InMemoryDiscussions stores = new InMemoryDiscussions();
    return new World(stores, stores, stores, stores, MovableClock.atNoon());
  }

  static World over(DynamoTable table, MovableClock clock) {
    return new World(
        new DynamoPosts(table),
        new DynamoFeeds(table),
        new DynamoAuthors(table),
        new DynamoAuthoredPosts(table, clock),
        clock);
  }

  static String newTable() {
    return EmbeddedDynamo.newTable(new EmbeddedDynamo.IndexShape("byFeed", "feed", "activity"));
  }

  static World embedded() {
    MovableClock clock = MovableClock.atNoon();
    return over(new DynamoTable(EmbeddedDynamo.client(), newTable(), clock), clock);
  }

  /** The member is known here, as after their first MemberChanged. */
  World knowing(String member) {
    authors.changed(changed(member, 1, "Name of " + member));
    return this;
  }

  DiscussionThread start(String member, String condition, Visibility visibility, String title) {
    Words.OfThread words = new Words.OfThread(title, "Text of " + title, visibility);
    return posting.start(member, condition, words, Repeat.none());
  }

  Reply reply(String member, DiscussionThread thread, String text) {
    Words.OfReply words = new Words.OfReply(text, Optional.empty());
    return posting.reply(member, thread.id(), words, Repeat.none()).reply();
  }

  Feeds.FeedPage feed(String condition, Sort sort, Reader reader) {
    return feeds.page(new Feeds.Wanted(Optional.of(condition), sort, reader, Optional.empty(), 20));
  }

  static DomainEvent changed(String member, long version, String displayName) {
    Map<String, Object> data = Map.of("memberId", member, "displayName", displayName);
    return event("MemberChanged", member, version, data);
  }

  static DomainEvent erased(String member, long version) {
    return event("MemberErased", member, version, Map.of("memberId", member));
  }

  /** The member's posts are to go, not just the name on them. */
  static DomainEvent erasedWithPosts(String member, long version) {
    return event("MemberErased", member, version, Map.of("memberId", member, "posts", "remove"));
  }

  /** The consent was withdrawn: nothing else of the member is told. */
  static DomainEvent withdrawn(String member, long version) {
    return event("MemberChanged", member, version, Map.of("memberId", member, "matchable", false));
  }

  static DomainEvent parted(String blocker, String blocked, long version) {
    return between("MembersParted", blocker, blocked, version);
  }

  static DomainEvent reunited(String blocker, String blocked, long version) {
    return between("MembersReunited", blocker, blocked, version);
  }

  private static DomainEvent between(String type, String blocker, String blocked, long version) {
    Map<String, Object> data = Map.of("blocker", blocker, "blocked", blocked);
    return event(type, blocker + "/" + blocked, version, data);
  }

  private static DomainEvent event(
      String type, String member, long version, Map<String, Object> data) {
    Instant time = Instant.parse("2026-11-23T11:00:00Z");
    return DomainEvent.of(type, member, version, time, "request-of-a-test", data);
  }
}
