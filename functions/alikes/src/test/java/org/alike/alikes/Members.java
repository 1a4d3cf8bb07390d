package org.alike.alikes;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alike.kernel.DomainEvent;

/** What the members feature tells, as tests need it. Immutable. */
final class Members {
  static final String ALS = "amyotrophic-lateral-sclerosis";
  static final String MND = "motor-neuron-disease";
  static final String T2D = "type-2-diabetes";
  static final String DIABETES = "diabetes";
  static final String MIGRAINE = "migraine";
  static final Instant JOINED = Instant.parse("2026-11-01T08:00:00Z");

  private final String id;
  private final Map<String, Object> data;

  private Members(String id, Map<String, Object> data) {
    this.id = id;
    this.data = data;
  }

  /** A member with these conditions whom members may see. */
  static Members member(String id, String... conditions) {
    return new Members(id, Map.of())
        .with("memberId", id)
        .with("displayName", "Name of " + id)
        .with("visibility", "members")
        .with("conditions", List.of(conditions))
        .with("joined", JOINED.toString());
  }

  /** An id that sorts by number. */
  static String id(int number) {
    return String.format(java.util.Locale.ROOT, "0190-%06d", number);
  }

  Members with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(data);
    more.put(name, value);
    return new Members(id, more);
  }

  Members symptoms(String... ids) {
    return with("symptoms", List.of(ids));
  }

  Members treatments(String... ids) {
    return with("treatments", List.of(ids));
  }

  Members seenBy(String visibility) {
    return with("visibility", visibility);
  }

  /** The event that tells that this member has blocked another. */
  DomainEvent parted(String other, long version) {
    return tie("MembersParted", other, version);
  }

  /** The event that tells that this member blocks another no longer. */
  DomainEvent reunited(String other, long version) {
    return tie("MembersReunited", other, version);
  }

  /** The event that tells this version of the member. */
  DomainEvent changed(long version) {
    return DomainEvent.of("MemberChanged", id, version, time(version), "cause-" + version, data);
  }

  /** The event that tells that the member has left. */
  DomainEvent erased(long version) {
    return DomainEvent.of(
        "MemberErased", id, version, time(version), "cause-" + version, Map.of("memberId", id));
  }

  private DomainEvent tie(String type, String other, long version) {
    return DomainEvent.of(
        type,
        id + "/" + other,
        version,
        time(version),
        "cause-" + version,
        Map.of("blocker", id, "blocked", other));
  }

  private static Instant time(long version) {
    return JOINED.plusSeconds(version);
  }
}
