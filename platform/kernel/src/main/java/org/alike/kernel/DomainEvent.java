package org.alike.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened to an entity, told to whoever subscribes.
 *
 * <p>Delivery is at least once and in any order: a subscriber compares {@code version} with the one
 * it has and ignores what is not newer.
 *
 * @param id the same for every repeat of the same event
 * @param type e.g. {@code MemberChanged}
 * @param entity id of the entity
 * @param version the entity's version, growing with each change
 * @param time when it happened
 * @param cause id of the request that began it
 * @param data the event's own fields; part of the contract between features, so only ever added to
 */
public record DomainEvent(
    String id,
    String type,
    String entity,
    long version,
    Instant time,
    String cause,
    Map<String, Object> data) {
  /** The version of the envelope and of the fields in {@code data}. */
  public static final int SCHEMA = 1;

  /** An event whose id names type, entity and version, so that a repeat has the same. */
  public static DomainEvent of(
      String type,
      String entity,
      long version,
      Instant time,
      String cause,
      Map<String, Object> data) {
    String id = type + ":" + entity + ":" + version;
    return new DomainEvent(id, type, entity, version, time, cause, data);
  }

  /** The event as the bus carries it. */
  public Map<String, Object> toJson() {
    return Json.of(
        "id", id,
        "type", type,
        "schema", SCHEMA,
        "entity", entity,
        "version", version,
        "time", time.toString(),
        "cause", cause,
        "data", data);
  }

  /** The event that the bus carried. */
  public static DomainEvent fromJson(Map<String, Object> json) {
    return new DomainEvent(
        String.valueOf(json.get("id")),
        String.valueOf(json.get("type")),
        String.valueOf(json.get("entity")),
        json.get("version") instanceof Number version ? version.longValue() : 0,
        Instant.parse(String.valueOf(json.get("time"))),
        String.valueOf(json.getOrDefault("cause", "")),
        Json.asObject(json.get("data")).orElse(Map.of()));
  }

  /** A list of texts of the data; empty when absent. */
  public List<String> texts(String name) {
    return data.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** A whole number of the data. */
  public Optional<Integer> number(String name) {
    return data.get(name) instanceof Number number
        ? Optional.of(number.intValue())
        : Optional.empty();
  }

  /** A text field of the data; empty when absent. */
  public String text(String name) {
    return data.get(name) instanceof String text ? text : "";
  }
}
