package org.alike.discussions;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.alike.kernel.Digest;

/**
 * Keeps the same words by the same author in the same place from being posted twice within five
 * minutes, whatever the client does with its keys. The same words under another visibility are
 * another post: who corrects "public" to "members" must not be answered with the public one.
 *
 * @param author the member
 * @param digest names place and words without telling them
 * @param from when it was posted
 */
record Guard(String author, String digest, Instant from) {
  private static final Duration WINDOW = Duration.ofMinutes(5);

  static Guard of(DiscussionThread thread) {
    String visibility = thread.visibility().word();
    String digest = Digest.of(thread.condition(), visibility, thread.title(), thread.text());
    return new Guard(author(thread.author()), digest, thread.postedAt());
  }

  static Guard of(String threadId, Reply reply) {
    return new Guard(author(reply.author()), Digest.of(threadId, reply.text()), reply.postedAt());
  }

  /** From then on the same may be posted again. */
  Instant ends() {
    return from.plus(WINDOW);
  }

  private static String author(Optional<Author> author) {
    return author.orElseThrow().id();
  }
}
