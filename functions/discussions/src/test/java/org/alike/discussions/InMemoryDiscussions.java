package org.alike.discussions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.alike.kernel.Marker;

/** The stores without a table, for tests of use cases. Thread-safe. */
final class InMemoryDiscussions implements PostStore, FeedStore, AuthorStore, AuthoredPosts {
  private record Guarded(Guard guard, String post) {}

  private final Map<String, Profile> profiles = new HashMap<>();
  private final Map<String, DiscussionThread> threads = new HashMap<>();
  private final Map<String, TreeMap<String, Reply>> replies = new HashMap<>();
  private final Map<String, FeedEntry> entries = new HashMap<>();
  private final Map<String, Guarded> guards = new HashMap<>();
  private final Map<String, List<Post>> written = new HashMap<>();
  private final Set<Post> withheld = new HashSet<>();
  private final Map<String, Block> blocks = new HashMap<>();
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
    DiscussionThread now = threads.get(thread.id());
    if (now == null) {
      return new Added.NoThread();
    } else if (now.removed()) {
      return new Added.Closed();
    }
    Optional<Added> refused = refused(Guard.of(thread.id(), reply), reply.id(), post, marker);
    if (refused.isPresent()) {
      return refused.get();
    }
    repliesOf(thread.id()).put(reply.id(), reply);
    entries.computeIfPresent(thread.id(), (id, entry) -> moved(entry, reply));
    return new Added.Done();
  }

  private Optional<Added> refused(Guard guard, String id, Post post, Optional<Marker> marker) {
    if (profile(guard.author()).standing() != Standing.ACTIVE) {
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
  public synchronized Profile profile(String id) {
    Set<String> apart = new HashSet<>();
    for (Block block : blocks.values()) {
      if (block.parted() && block.blocker().equals(id)) {
        apart.add(block.blocked());
      } else if (block.parted() && block.blocked().equals(id)) {
        apart.add(block.blocker());
      }
    }
    Profile nobody = new Profile(new Author(id, ""), 0, Standing.UNKNOWN, true, apart);
    Profile known = profiles.getOrDefault(id, nobody);
    return new Profile(known.author(), known.version(), known.standing(), known.settled(), apart);
  }

  @Override
  public synchronized void note(Author author, long version, boolean withdrawn) {
    Profile known = profile(author.id());
    if (!known.erased() && known.version() < version) {
      Standing standing = withdrawn ? Standing.WITHDRAWN : Standing.ACTIVE;
      boolean same = known.version() == 0 || known.standing() == standing;
      profiles.put(
          author.id(), new Profile(author, version, standing, known.settled() && same, Set.of()));
    }
  }

  @Override
  public synchronized void settle(Profile profile) {
    Profile known = profile(profile.id());
    if (!known.erased() && known.version() == profile.version()) {
      profiles.put(
          profile.id(),
          new Profile(known.author(), known.version(), known.standing(), true, Set.of()));
    }
  }

  @Override
  public synchronized void bury(String id, long version) {
    if (!profile(id).erased()) {
      profiles.put(id, new Profile(new Author(id, ""), version, Standing.ERASED, true, Set.of()));
    }
  }

  @Override
  public synchronized void keep(Block block) {
    if (!profile(block.blocker()).erased() && !profile(block.blocked()).erased()) {
      blocks.merge(
          block.blocker() + "/" + block.blocked(),
          block,
          (known, told) -> told.version() > known.version() ? told : known);
    }
  }

  @Override
  public synchronized void forget(String id) {
    guards.keySet().removeIf(key -> key.startsWith(id));
    blocks.values().removeIf(b -> b.blocker().equals(id) || b.blocked().equals(id));
  }

  @Override
  public synchronized List<Post> some(String author) {
    return List.copyOf(written.getOrDefault(author, List.of()));
  }

  @Override
  public synchronized List<Post> all(String author, boolean quotable) {
    return some(author).stream().filter(post -> withheld.contains(post) != quotable).toList();
  }

  @Override
  public synchronized boolean follow(Profile author, Post post) {
    boolean newest = profile(author.id()).version() == author.version();
    if (newest && author.withdrawn()) {
      withheld.add(post);
    } else if (newest) {
      withheld.remove(post);
    }
    return newest;
  }

  @Override
  public synchronized void anonymise(String author, Post post) {
    if (!written.getOrDefault(author, new ArrayList<>()).remove(post)) {
      return;
    }
    if (post.replyId().isPresent()) {
      repliesOf(post.threadId()).computeIfPresent(post.replyId().get(), (id, r) -> r.nameless());
    } else {
      threads.computeIfPresent(post.threadId(), (id, thread) -> thread.nameless());
      entries.computeIfPresent(post.threadId(), (id, entry) -> again(entry));
    }
  }

  @Override
  public synchronized void remove(String author, Post post) {
    if (!written.getOrDefault(author, new ArrayList<>()).remove(post)) {
      return;
    }
    if (post.replyId().isPresent()) {
      repliesOf(post.threadId()).remove(post.replyId().get());
    } else {
      threads.computeIfPresent(post.threadId(), (id, thread) -> thread.emptied());
    }
    if (repliesOf(post.threadId()).isEmpty()
        && Optional.ofNullable(threads.get(post.threadId())).orElseThrow().removed()) {
      threads.remove(post.threadId());
      entries.remove(post.threadId());
    } else {
      entries.computeIfPresent(post.threadId(), (id, entry) -> again(entry));
    }
  }

  /** The entry of a thread as thread and replies are now. */
  private FeedEntry again(FeedEntry entry) {
    DiscussionThread thread = Optional.ofNullable(threads.get(entry.id())).orElseThrow();
    NavigableMap<String, Reply> left = repliesOf(entry.id());
    Instant last =
        left.values().stream()
            .map(Reply::postedAt)
            .max(Comparator.naturalOrder())
            .filter(thread.postedAt()::isBefore)
            .orElse(thread.postedAt());
    return FeedEntry.of(thread).with(left.size(), last);
  }

  private NavigableMap<String, Reply> repliesOf(String threadId) {
    return replies.getOrDefault(threadId, new TreeMap<>());
  }

  private static FeedEntry moved(FeedEntry e, Reply reply) {
    boolean later = reply.postedAt().isAfter(e.lastActivity());
    return e.with(e.replies() + 1, later ? reply.postedAt() : e.lastActivity());
  }
}
