package org.alike.content;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;

/** Events of other features, as tests need them. */
final class Told {
  static final Instant TIME = Instant.parse("2026-11-23T08:00:00Z");

  private Told() {}

  /** A member has these conditions as of this version. */
  static DomainEvent changed(String member, long version, String... conditions) {
    return changed(member, version, Map.of("conditions", List.of(conditions)));
  }

  static DomainEvent changed(String member, long version, Map<String, List<String>> ids) {
    Map<String, Object> data =
        Json.of(
            "memberId",
            member,
            "displayName",
            "Canary Name",
            "visibility",
            "public",
            "birthYear",
            1968,
            "country",
            "ZZ",
            "joined",
            TIME.toString());
    data.putAll(ids);
    return DomainEvent.of("MemberChanged", member, version, TIME, "a-request", data);
  }

  static DomainEvent erased(String member, long version) {
    Map<String, Object> data = Json.of("memberId", member, "mailbox", "canary-digest");
    return DomainEvent.of("MemberErased", member, version, TIME, "a-request", data);
  }

  static DomainEvent posted(String thread, long version, String visibility) {
    Map<String, Object> data =
        Json.of(
            "threadId",
            thread,
            "condition",
            "migraine",
            "title",
            "Canary title",
            "text",
            "Canary text",
            "visibility",
            visibility,
            "author",
            Json.of("id", "canary-author", "displayName", "Canary Name"));
    Instant time = TIME.plusSeconds(version);
    return DomainEvent.of("ThreadPosted", thread, version, time, "a-request", data);
  }

  static DomainEvent replied(String thread, String reply, long minutes, String visibility) {
    Map<String, Object> data =
        Json.of(
            "threadId", thread,
            "replyId", reply,
            "title", "Canary title",
            "text", "Canary text",
            "visibility", visibility);
    Instant time = TIME.plusSeconds(60 * minutes);
    return DomainEvent.of("ReplyPosted", reply, 1, time, "a-request", data);
  }

  /** The consent was withdrawn: the member has nothing, as far as others hear. */
  static DomainEvent withdrawn(String member, long version) {
    Map<String, Object> data =
        Json.of(
            "memberId",
            member,
            "displayName",
            "",
            "conditions",
            List.of(),
            "symptoms",
            List.of(),
            "treatments",
            List.of(),
            "matchable",
            false);
    return DomainEvent.of("MemberChanged", member, version, TIME, "a-request", data);
  }

  static DomainEvent removed(String thread, long version) {
    Map<String, Object> data = Json.of("threadId", thread);
    Instant time = TIME.plusSeconds(version);
    return DomainEvent.of("PostRemoved", thread, version, time, "a-request", data);
  }

  static DomainEvent removedReply(String thread, String reply, long version) {
    Map<String, Object> data = Json.of("threadId", thread, "replyId", reply);
    return DomainEvent.of("PostRemoved", reply, version, TIME, "a-request", data);
  }
}
