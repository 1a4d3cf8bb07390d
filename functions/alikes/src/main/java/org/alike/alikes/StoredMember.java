package org.alike.alikes;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Json;
import org.alike.store.Item;
import org.alike.vocabulary.Kind;

/** A member as an item of the Alikes table. */
final class StoredMember {
  private static final Map<Kind, String> LISTS =
      new EnumMap<>(
          Map.of(
              Kind.CONDITION, "conditions",
              Kind.SYMPTOM, "symptoms",
              Kind.TREATMENT, "treatments"));

  private StoredMember() {}

  static Item item(Membership membership) {
    Item item =
        list(
            Item.of(DynamoMemberStore.key(membership.id())).with("version", membership.version()),
            "leaving",
            membership.leaving());
    if (membership instanceof Erased erased) {
      return item.with("erased", true).expiring(erased.forgotten());
    }
    Joined joined = (Joined) membership;
    return person(list(item, "cohorts", joined.cohorts()), joined.person());
  }

  static Membership membership(Item item) {
    String id = item.key().partition().substring(DynamoMemberStore.partition("").length());
    if (item.flag("erased")) {
      Instant forgotten = Instant.ofEpochSecond(item.number("expires"));
      return new Erased(id, item.number("version"), forgotten, item.texts("leaving"));
    }
    return new Joined(
        person(id, item), item.number("version"), item.texts("cohorts"), item.texts("leaving"));
  }

  private static Item person(Item item, Person person) {
    Particulars who = person.particulars();
    Item full =
        item.with("joined", person.joined().toEpochMilli())
            .with("displayName", Optional.of(who.displayName()).filter(name -> !name.isEmpty()))
            .with("sex", who.sex())
            .with("country", who.country())
            .with("region", who.region())
            .with("about", who.about())
            .with("shown", Json.write(shown(person)))
            .with("wishes", json(person.wishes().equals(Wishes.NONE), person.wishes().json()))
            .with("details", json(details(person).isEmpty(), details(person)));
    full = list(full, "languages", who.languages());
    for (Map.Entry<Kind, String> list : LISTS.entrySet()) {
      full =
          list(full, list.getValue(), person.told(list.getKey()).stream().map(Told::id).toList());
    }
    full = who.birthYear().isPresent() ? full.with("birthYear", who.birthYear().get()) : full;
    return person.matchable() ? full : full.with("unmatchable", true);
  }

  private static Person person(String id, Item item) {
    return new Person(
        id,
        Instant.ofEpochMilli(item.number("joined")),
        !item.flag("unmatchable"),
        told(item),
        new Particulars(
            item.find("displayName").orElse(""),
            item.findNumber("birthYear").map(Long::intValue),
            item.find("sex"),
            item.find("country"),
            item.find("region"),
            item.texts("languages"),
            item.find("about")),
        Wishes.of(object(item, "wishes")),
        shown(object(item, "shown")));
  }

  private static Map<Kind, List<Told>> told(Item item) {
    Map<Kind, List<Told>> told = new EnumMap<>(Kind.class);
    Map<String, Object> details = object(item, "details");
    LISTS.forEach(
        (kind, name) -> {
          Map<String, Object> said = part(details, name);
          told.put(
              kind,
              item.texts(name).stream().map(id -> Told.of(kind, id, part(said, id))).toList());
        });
    return told;
  }

  /** By kind and id, of what has any. */
  private static Map<String, Object> details(Person person) {
    Map<String, Object> details = new LinkedHashMap<>();
    LISTS.forEach(
        (kind, name) -> {
          Map<String, Object> said = new LinkedHashMap<>();
          person.told(kind).stream()
              .filter(one -> !one.details().isEmpty())
              .forEach(one -> said.put(one.id(), one.details()));
          if (!said.isEmpty()) {
            details.put(name, said);
          }
        });
    return details;
  }

  /** Of the fields that are shown to anybody. */
  private static Map<String, Object> shown(Person person) {
    Map<String, Object> shown = new LinkedHashMap<>();
    person
        .shown()
        .forEach(
            (field, audience) -> {
              if (audience.alikes()) {
                shown.put(field.wireName(), audience.wireName());
              }
            });
    return shown;
  }

  private static Map<CardField, Audience> shown(Map<String, Object> json) {
    Map<CardField, Audience> shown = new EnumMap<>(CardField.class);
    for (CardField field : CardField.values()) {
      shown.put(field, Audience.of(String.valueOf(json.get(field.wireName()))));
    }
    return shown;
  }

  private static Optional<String> json(boolean none, Map<String, Object> json) {
    return none ? Optional.empty() : Optional.of(Json.write(json));
  }

  private static Map<String, Object> object(Item item, String name) {
    return item.find(name).map(Json::trusted).orElse(Map.of());
  }

  private static Map<String, Object> part(Map<String, Object> object, String name) {
    return Json.asObject(object.get(name)).orElse(Map.of());
  }

  private static Item list(Item item, String name, List<String> ids) {
    return ids.isEmpty() ? item : item.with(name, ids);
  }
}
