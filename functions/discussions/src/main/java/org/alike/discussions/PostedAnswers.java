package org.alike.discussions;

import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Answer;
import org.alike.kernel.Failure;
import org.alike.kernel.Json;
import org.alike.kernel.Marker;

/**
 * How a post is answered, the first time and again.
 *
 * <p>Markers of repeatable requests keep only which post it was; the answer is made again from the
 * post. So nobody's words or name lie about in markers after the author is erased, and a long post
 * is not stored twice. Thread-safe.
 */
final class PostedAnswers implements Marker.Finder {
  private final Marker.Finder markers;
  private final PostStore posts;
  private final Views views;

  PostedAnswers(Marker.Finder markers, PostStore posts, Views views) {
    this.markers = markers;
    this.posts = posts;
    this.views = views;
  }

  /** 201 with the thread as it was started. */
  Answer full(DiscussionThread thread) {
    PostStore.Activity none = new PostStore.Activity(0, thread.postedAt());
    return Answer.created(location(thread), views.thread(new Threads.Shown(thread, none)));
  }

  /** 201 with the reply. */
  Answer full(Posting.Replied replied) {
    return Answer.created(location(replied), Views.reply(replied.reply()));
  }

  /** What a marker keeps of it. */
  static Answer kept(DiscussionThread thread) {
    return Answer.created(location(thread), Json.of("thread", thread.id()));
  }

  /** What a marker keeps of it. */
  static Answer kept(Posting.Replied replied) {
    return Answer.created(
        location(replied), Json.of("thread", replied.thread().id(), "reply", replied.reply().id()));
  }

  @Override
  public Optional<Marker> find(String id) {
    return markers.find(id).map(this::restored);
  }

  /** What was posted may have been removed since; then it is not posted again either. */
  private Marker restored(Marker marker) {
    Map<String, Object> kept = Json.trusted(marker.answer().body());
    DiscussionThread thread =
        posts.thread(String.valueOf(kept.get("thread"))).orElseThrow(PostedAnswers::removed);
    Answer answer =
        kept.get("reply") instanceof String reply
            ? full(new Posting.Replied(thread, reply(thread, reply)))
            : full(thread);
    return new Marker(marker.id(), marker.fingerprint(), answer, marker.expires());
  }

  private Reply reply(DiscussionThread thread, String id) {
    return posts.reply(thread.id(), id).orElseThrow(PostedAnswers::removed);
  }

  private static Failure removed() {
    return Failure.of(Failure.Kind.GONE, "What was posted with this key has been removed.");
  }

  /** Where whoever may read it finds it: members-only threads are not on the public route. */
  private static String location(DiscussionThread thread) {
    String root = thread.visibility() == Visibility.MEMBERS ? "/me" : "";
    return root + "/discussions/" + thread.id();
  }

  private static String location(Posting.Replied replied) {
    return "/discussions/" + replied.thread().id() + "/replies/" + replied.reply().id();
  }
}
