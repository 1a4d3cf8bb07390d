package org.alike.discussions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.alike.kernel.Marker;

/** The stores without a table, for tests of use cases. Thread-safe. */
final class InMemoryDiscussions implements PostStore, FeedStore, AuthorStore {
  private record Guarded(Guard guard, String post) {}

  private final Map<String, Profile> profiles = new HashMap<>();
  private final Map<String, DiscussionThread> threads = new HashMap<>();
  private final Map<String, TreeMap<String, Reply>> replies = new HashMap<>();
  private final Map<String, FeedEntry> entries = new HashMap<>();
  private final Map<String, Guarded> guards = new HashMap<>();
  private final Map<String, List<Post>> written = new HashMap<>();
  private final Map<String, Marker> markers = new HashMap<>();

  @Override
  public synchronized Added add(DiscussionThread thread, Optional<Marker> marker) {
    Post post = new Post(thread.id(), Optional.empty());
    Optional<Added> refused = refused(Guard.of(thread), thread.id(), post, marker);
    if (refused.isPresent()) {
      return refused.get();
    }
    threads.put(thread.id(), thread);
    replies.put(thread.id(), new TreeMap<>());
    entries.put(thread.id(), FeedEntry.of(thread));
    return new Added.Done();
  }

  @Override
  public synchronized Added add(DiscussionThread thread, Reply reply, Optional<Marker> marker) {
    Post post = new Post(thread.id(), Optional.of(reply.id()));
    Optional<Added> refused = refused(Guard.of(thread.id(), reply), reply.id(), post, marker);
    if (refused.isPresent()) {
      return refused.get();
    }
    repliesOf(thread.id()).put(reply.id(), reply);
    entries.computeIfPresent(thread.id(), (id, entry) -> moved(entry, reply));
    return new Added.Done();
  }

  private Optional<Added> refused(Guard guard, String id, Post post, Optional<Marker> marker) {
    Profile profile = profiles.get(guard.author());
    if (profile == null || profile.erased()) {
      return Optional.of(new Added.NoAuthor());
    }
    Guarded earlier = guards.get(guard.author() + guard.digest());
    if (earlier != null && earlier.guard().ends().isAfter(guard.from())) {
      return Optional.of(new Added.Duplicate(earlier.post()));
    }
    if (marker.map(m -> markers.putIfAbsent(m.id(), m) != null).orElse(false)) {
      throw new Marker.AlreadyWritten();
    }
    guards.put(guard.author() + guard.digest(), new Guarded(guard, id));
    written.computeIfAbsent(guard.author(), a -> new ArrayList<>()).add(post);
    return Optional.empty();
  }

  @Override
  public synchronized Optional<DiscussionThread> thread(String id) {
    return Optional.ofNullable(threads.get(id));
  }

  @Override
  public synchronized Activity activity(DiscussionThread thread) {
    FeedEntry entry = Optional.ofNullable(entries.get(thread.id())).orElseThrow();
    return new Activity(entry.replies(), entry.lastActivity());
  }

  @Override
  public synchronized Optional<Reply> reply(String threadId, String id) {
    return Optional.ofNullable(repliesOf(threadId).get(id));
  }

  @Override
  public synchronized Slice<Reply> replies(String threadId, Optional<String> after, int limit) {
    List<Reply> rest = List.copyOf(repliesOf(threadId).tailMap(after.orElse(""), false).values());
    return new Slice<>(rest.subList(0, Math.min(limit, rest.size())), rest.size() > limit);
  }

  @Override
  public synchronized Slice<FeedEntry> page(Feed feed, Optional<String> after, int limit) {
    Sort sort = feed.sort();
    List<FeedEntry> rest =
        entries.values().stream()
            .filter(entry -> feed.condition().map(entry.condition()::equals).orElse(true))
            .filter(entry -> entry.visibility() == feed.visibility())
            .filter(entry -> sort != Sort.UNANSWERED || entry.replies() == 0)
            .filter(e -> after.map(p -> sort.position(e).compareTo(p) < 0).orElse(true))
            .sorted(Comparator.comparing(sort::position).reversed())
            .toList();
    return new Slice<>(rest.subList(0, Math.min(limit, rest.size())), rest.size() > limit);
  }

  @Override
  public synchronized Optional<Profile> profile(String id) {
    return Optional.ofNullable(profiles.get(id));
  }

  @Override
  public synchronized void note(Author author, long version) {
    Profile known = profiles.get(author.id());
    if (known == null || (!known.erased() && known.version() < version)) {
      profiles.put(author.id(), new Profile(author, version, false));
    }
  }

  @Override
  public synchronized void bury(String id, long version) {
    profiles.put(id, new Profile(new Author(id, ""), version, true));
  }

  @Override
  public synchronized List<Post> posts(String author) {
    return List.copyOf(written.getOrDefault(author, List.of()));
  }

  @Override
  public synchronized void anonymise(String author, Post post) {
    if (!written.getOrDefault(author, new ArrayList<>()).remove(post)) {
      return;
    }
    if (post.replyId().isPresent()) {
      repliesOf(post.threadId()).computeIfPresent(post.replyId().get(), (id, r) -> nameless(r));
    } else {
      threads.computeIfPresent(post.threadId(), (id, thread) -> nameless(thread));
      entries.computeIfPresent(post.threadId(), (id, entry) -> nameless(entry));
    }
  }

  @Override
  public synchronized void forgetGuards(String author) {
    guards.keySet().removeIf(key -> key.startsWith(author));
  }

  private NavigableMap<String, Reply> repliesOf(String threadId) {
    return replies.getOrDefault(threadId, new TreeMap<>());
  }

  private static FeedEntry moved(FeedEntry e, Reply reply) {
    boolean later = reply.postedAt().isAfter(e.lastActivity());
    return new FeedEntry(
        e.id(),
        e.condition(),
        e.visibility(),
        e.title(),
        e.excerpt(),
        e.authorName(),
        e.replies() + 1,
        e.postedAt(),
        later ? reply.postedAt() : e.lastActivity());
  }

  private static FeedEntry nameless(FeedEntry e) {
    return new FeedEntry(
        e.id(),
        e.condition(),
        e.visibility(),
        e.title(),
        e.excerpt(),
        Optional.empty(),
        e.replies(),
        e.postedAt(),
        e.lastActivity());
  }

  private static Reply nameless(Reply r) {
    return new Reply(
        r.id(), r.text(), Optional.empty(), r.postedAt(), r.replyTo(), r.version() + 1);
  }

  private static DiscussionThread nameless(DiscussionThread t) {
    return new DiscussionThread(
        t.id(),
        t.condition(),
        t.visibility(),
        t.title(),
        t.text(),
        Optional.empty(),
        t.postedAt(),
        t.version() + 1);
  }
}
