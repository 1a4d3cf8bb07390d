package org.alike.members;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.alike.store.Item;
import org.alike.store.Write;

/** Introductions, and how often a member asks for them, as the table keeps them. */
final class StoredIntroduction {
  private static final String STATE = "state";
  private static final String VERSION = "version";

  private StoredIntroduction() {}

  /** An accepted one stays; all others go when their time is over. */
  static Item item(String member, Introduction introduction) {
    Item item =
        Item.of(MemberKeys.introduction(member, introduction.id()))
            .with("direction", introduction.direction().word())
            .with("other", introduction.other())
            .with("note", introduction.note())
            .with("asked", introduction.asked().toString())
            .with(STATE, introduction.state().word())
            .with("partings", introduction.partings());
    return introduction.state() == Introduction.State.ACCEPTED
        ? item
        : item.expiring(introduction.asked().plus(Introduction.REMEMBERED));
  }

  static Introduction introduction(Item item) {
    return new Introduction(
        MemberKeys.introduction(item.key()),
        Introduction.Direction.valueOf(item.text("direction").toUpperCase(Locale.ROOT)),
        item.text("other"),
        item.text("note"),
        Instant.parse(item.text("asked")),
        Introduction.State.valueOf(item.text(STATE).toUpperCase(Locale.ROOT)),
        item.number("partings"));
  }

  /** One side of an introduction that waits becomes this. */
  static Write answered(String member, Introduction introduction) {
    return Write.put(item(member, introduction))
        .when("#state = ?", Introduction.State.WAITING.word());
  }

  /** One side becomes this, unless both said yes. */
  static Write ended(String member, Introduction introduction) {
    return Write.put(item(member, introduction))
        .when("attribute_exists(#pk) AND #state <> ?", Introduction.State.ACCEPTED.word());
  }

  static Asking asking(Item item) {
    return new Asking(
        item.number(VERSION), LocalDate.parse(item.text("day")), (int) item.number("times"));
  }

  static Write asking(String member, Asking seen, Asking next, Instant now) {
    return Write.put(
            Item.of(MemberKeys.asking(member))
                .with(VERSION, next.version())
                .with("day", next.day().toString())
                .with("times", next.times())
                .expiring(now.plus(Introduction.REMEMBERED)))
        .when(unchanged(), now.getEpochSecond(), seen.version());
  }

  /** The part of a transaction that refuses all of it when the member has asked meanwhile. */
  static Write asIs(String member, Asking seen, Instant now) {
    return Write.check(
        MemberKeys.asking(member), unchanged(), now.getEpochSecond(), seen.version());
  }

  private static String unchanged() {
    return "attribute_not_exists(#pk) OR #expires <= ? OR #version = ?";
  }
}
