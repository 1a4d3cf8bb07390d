package org.alike.alikes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alike.store.DynamoTable;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Page;
import org.alike.store.Query;
import org.alike.store.Write;

/**
 * The cohorts in the Alikes table: one item a member, and one small item for each condition that
 * the member counts for, which holds all that ranking needs. Items are of one member only, so that
 * events of different members never meet. Thread-safe.
 */
final class DynamoCohortStore implements CohortStore {
  private static final String PROFILE = "PROFILE";
  private final DynamoTable table;
  private final Clock clock;

  DynamoCohortStore(DynamoTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Optional<Membership> find(String memberId) {
    return table.get(member(memberId)).map(item -> membership(memberId, item));
  }

  @Override
  public Optional<Membership> findEventually(String memberId) {
    return table.getEventually(member(memberId)).map(item -> membership(memberId, item));
  }

  @Override
  public boolean replace(Optional<Membership> known, Membership next) {
    List<Write> writes = new ArrayList<>();
    writes.add(unlessChanged(Write.put(item(next)), known));
    if (next instanceof Joined joined) {
      for (String condition : joined.cohorts()) {
        writes.add(Write.put(person(cohort(condition, next.id()), joined.person())));
      }
    }
    known.stream()
        .flatMap(before -> before.cohorts().stream())
        .filter(condition -> !next.cohorts().contains(condition))
        .forEach(condition -> writes.add(Write.delete(cohort(condition, next.id()))));
    return table.write(writes, Optional.empty()).done();
  }

  @Override
  public Cohort cohort(String condition, int most) {
    Page page = table.query(Query.partition(partition(condition)).limit(most));
    List<Person> people =
        page.items().stream().map(item -> person(item.key().sort(), item)).toList();
    return new Cohort(condition, people, page.next() == null);
  }

  private Write unlessChanged(Write write, Optional<Membership> known) {
    return known
        .map(before -> write.when("#version = ?", before.version()))
        .orElseGet(
            () ->
                write.when(
                    "attribute_not_exists(#pk) OR #expires <= ?",
                    clock.instant().getEpochSecond()));
  }

  private static Item item(Membership membership) {
    Item item = Item.of(member(membership.id())).with("version", membership.version());
    if (membership instanceof Erased erased) {
      return item.with("erased", true).expiring(erased.forgotten());
    }
    Joined joined = (Joined) membership;
    return person(item.with("cohorts", joined.cohorts()), joined.person());
  }

  private static Item person(Key key, Person person) {
    return person(Item.of(key), person);
  }

  private static Item person(Item item, Person person) {
    Item full =
        item.with("visibility", person.visibility().wireName())
            .with("displayName", Optional.of(person.displayName()).filter(name -> !name.isEmpty()))
            .with("sex", person.sex())
            .with("country", person.country())
            .with("joined", person.joined().toEpochMilli());
    full = with(full, "conditions", person.conditions());
    full = with(full, "symptoms", person.symptoms());
    full = with(full, "treatments", person.treatments());
    return person.birthYear().isPresent() ? full.with("birthYear", person.birthYear().get()) : full;
  }

  private static Item with(Item item, String name, List<String> ids) {
    return ids.isEmpty() ? item : item.with(name, ids);
  }

  private static Membership membership(String memberId, Item item) {
    if (item.flag("erased")) {
      Instant forgotten = Instant.ofEpochSecond(item.number("expires"));
      return new Erased(memberId, item.number("version"), forgotten);
    }
    return new Joined(person(memberId, item), item.number("version"), item.texts("cohorts"));
  }

  private static Person person(String memberId, Item item) {
    return new Person(
        memberId,
        Visibility.of(item.text("visibility")),
        item.find("displayName").orElse(""),
        item.texts("conditions"),
        item.texts("symptoms"),
        item.texts("treatments"),
        item.findNumber("birthYear").map(Long::intValue),
        item.find("sex"),
        item.find("country"),
        Instant.ofEpochMilli(item.number("joined")));
  }

  private static Key member(String id) {
    return Key.of("MEMBER#" + id, PROFILE);
  }

  private static Key cohort(String condition, String memberId) {
    return Key.of(partition(condition), memberId);
  }

  private static String partition(String condition) {
    return "COHORT#" + condition;
  }
}
