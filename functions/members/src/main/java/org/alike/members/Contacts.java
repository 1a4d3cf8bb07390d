package org.alike.members;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.alike.kernel.Json;
import org.alike.store.DynamoTable;

/**
 * What a member has with others, for the copy of everything that they may take along: whom they
 * blocked, introductions, and the address they want to change to. Thread-safe.
 */
final class Contacts {
  private Contacts() {}

  private record Part(String name, Function<Member, List<Map<String, Object>>> json)
      implements Portable {
    @Override
    public List<Map<String, Object>> of(Member member) {
      return json.apply(member);
    }
  }

  static List<Portable> portable(DynamoTable table, Clock clock) {
    BlockStore blocks = new DynamoBlockStore(table);
    IntroductionStore introductions = new DynamoIntroductionStore(table);
    AddressStore addresses = new DynamoAddressStore(table);
    return List.of(
        new Part("blocks", member -> blocks(blocks.of(member.id()))),
        new Part(
            "introductions",
            member ->
                introductions
                    .newestFirst(member.id(), Optional.empty())
                    .map(one -> json(one, blocks.between(member.id(), one.other()), clock))
                    .toList()),
        new Part(
            "addressChange",
            member ->
                addresses.of(member.id(), clock.instant()).pending().stream()
                    .map(AddressChanges::json)
                    .toList()));
  }

  private static List<Map<String, Object>> blocks(List<Tie> ties) {
    return ties.stream()
        .filter(Tie::blocks)
        .map(tie -> Json.of("id", tie.other(), "since", tie.since().map(String::valueOf)))
        .toList();
  }

  /** What the member wrote or was written, and to or by whom; who they are is theirs to tell. */
  private static Map<String, Object> json(Introduction introduction, Tie tie, Clock clock) {
    return Json.of(
        "id", introduction.id(),
        "direction", introduction.direction().word(),
        "state", state(introduction, tie, clock.instant()),
        "other", introduction.other(),
        "note", introduction.note(),
        "asked", introduction.asked().toString());
  }

  /** What waits for no answer any more is over, here as in the list. */
  private static String state(Introduction introduction, Tie tie, Instant now) {
    boolean waiting = introduction.state() == Introduction.State.WAITING;
    return waiting && !introduction.isOpen(tie, now) ? "over" : introduction.state().word();
  }
}
