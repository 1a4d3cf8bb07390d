package org.alike.discussions;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.alike.kernel.Failure;
import org.alike.kernel.Ids;
import org.alike.kernel.Repeat;

/** Starts threads and posts replies. Thread-safe. */
final class Posting {
  private final PostStore posts;
  private final AuthorStore authors;
  private final Communities communities;
  private final Clock clock;
  private final Ids ids;

  Posting(PostStore posts, AuthorStore authors, Communities communities, Clock clock, Ids ids) {
    this.posts = posts;
    this.authors = authors;
    this.communities = communities;
    this.clock = clock;
    this.ids = ids;
  }

  /** A reply and the thread it is in. */
  record Replied(DiscussionThread thread, Reply reply) {}

  /**
   * Starts a thread; the same words again within five minutes give the first thread.
   *
   * @throws Failure NOT_FOUND without such a condition, FORBIDDEN when the membership or the
   *     consent has ended, UNAVAILABLE when the member is so new that we have not heard of them
   */
  DiscussionThread start(
      String member, String condition, Words.OfThread words, Repeat<DiscussionThread> repeat) {
    String community = communities.named(condition).id();
    DiscussionThread thread =
        new DiscussionThread(
            ids.next(),
            community,
            words.visibility(),
            words.title(),
            words.text(),
            Optional.of(authors.profile(member).posting()),
            now(),
            false,
            1);
    PostStore.Added added = posts.add(thread, repeat.marker(thread));
    return first(added, member).flatMap(posts::thread).orElse(thread);
  }

  /**
   * Posts a reply; the same words again within five minutes give the first reply.
   *
   * @throws Failure NOT_FOUND without a thread that this member sees, CONFLICT when it was closed,
   *     INVALID when it answers no reply that this member sees, and otherwise as {@link #start}
   */
  Replied reply(String member, String threadId, Words.OfReply words, Repeat<Replied> repeat) {
    Profile profile = authors.profile(member);
    Reader reader = profile.reading();
    DiscussionThread thread = Threads.found(posts, threadId, reader);
    if (thread.removed()) {
      throw closed();
    }
    if (!words.replyTo().map(id -> answerable(threadId, id, reader)).orElse(true)) {
      throw Words.noSuchReply();
    }
    Optional<Author> author = Optional.of(profile.posting());
    Reply reply = new Reply(ids.next(), words.text(), author, now(), words.replyTo(), 1);
    PostStore.Added added = posts.add(thread, reply, repeat.marker(new Replied(thread, reply)));
    Reply posted = first(added, member).flatMap(id -> posts.reply(threadId, id)).orElse(reply);
    return new Replied(thread, posted);
  }

  private boolean answerable(String threadId, String id, Reader reader) {
    return posts.reply(threadId, id).filter(reply -> reader.sees(reply.author())).isPresent();
  }

  /** The id of the post that stands for this one, when the same was posted a moment ago. */
  private Optional<String> first(PostStore.Added added, String member) {
    if (added instanceof PostStore.Added.Duplicate duplicate) {
      return Optional.of(duplicate.id());
    } else if (added instanceof PostStore.Added.NoThread) {
      throw Threads.noSuchThread();
    } else if (added instanceof PostStore.Added.Closed) {
      throw closed();
    } else if (added instanceof PostStore.Added.NoAuthor) {
      authors.profile(member).posting();
      throw Failure.unavailable(1);
    }
    return Optional.empty();
  }

  private static Failure closed() {
    return Failure.of(
        Failure.Kind.CONFLICT, "This discussion is closed, because its author removed it.");
  }

  /** Whole milliseconds, which is what is stored and shown. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
