package org.alike.members;

import java.time.Instant;
import org.alike.store.Item;
import org.alike.store.Key;
import org.alike.store.Write;

/** A tie as the table keeps it, in both members' partitions. */
final class StoredTie {
  static final String BLOCKS = "blocks";
  static final String VERSION = "version";
  static final String SINCE = "since";

  private StoredTie() {}

  static Tie tie(Item item) {
    return new Tie(
        MemberKeys.other(item.key()),
        item.flag(BLOCKS),
        item.flag("blockedBy"),
        item.number(VERSION),
        item.number("partings"),
        item.find(SINCE).map(Instant::parse));
  }

  /** The member's own side, when it still is as seen. */
  static Write changed(String member, Tie seen, Tie tie) {
    Write change =
        Write.update(
            MemberKeys.tie(member, tie.other()),
            "SET #blocks = ?, #version = ?, #since = ?, #partings = ?,"
                + " #blockedBy = if_not_exists(#blockedBy, ?)",
            tie.blocks(),
            tie.version(),
            tie.since().map(Instant::toString).orElseThrow(),
            tie.partings(),
            false);
    return seen.partings() == 0
        ? change.ifAbsent()
        : change.when("#version = ? AND #partings = ?", seen.version(), seen.partings());
  }

  /** The same as the other member has it. */
  static Write mirrored(String member, Tie tie) {
    return Write.update(
        MemberKeys.tie(tie.other(), member),
        "SET #blockedBy = ?, #partings = ?, #version = if_not_exists(#version, ?)",
        tie.blocks(),
        tie.partings(),
        0);
  }

  /** The part of a transaction that refuses all of it when the two are parted, or were again. */
  static Write together(String member, String other, long partings) {
    Key tie = MemberKeys.tie(member, other);
    return partings == 0
        ? Write.check(tie, "attribute_not_exists(#pk)")
        : Write.check(
            tie, "#partings = ? AND NOT #blocks = ? AND NOT #blockedBy = ?", partings, true, true);
  }
}
