package org.alike.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.alike.kernel.DomainEvent;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.Reply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The subscriber may die at any call to the table: when the event is delivered again, the table
 * ends as after a clean run, to the byte.
 */
class MembershipCrashTest {

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void anonymising_endsAsACleanRun(Fault fault) {
    assertThat(crashes(fault, List.of(World.erased("m1", 2)))).isGreaterThan(15);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void removing_endsAsACleanRun(Fault fault) {
    assertThat(crashes(fault, List.of(World.erasedWithPosts("m1", 2)))).isGreaterThan(25);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void removingTheLastReplyOfAShell_endsAsACleanRun(Fault fault) {
    List<DomainEvent> events =
        List.of(World.erasedWithPosts("m1", 2), World.erasedWithPosts("m2", 2));
    assertThat(crashes(fault, events)).isGreaterThan(35);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void withdrawing_endsAsACleanRun_andSoDoesUndoingIt(Fault fault) {
    List<DomainEvent> events =
        List.of(World.withdrawn("m1", 2), World.changed("m1", 3, "Ines again"));
    assertThat(crashes(fault, events)).isGreaterThan(15);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void blocking_endsAsACleanRun_alsoWhenOneIsErased(Fault fault) {
    List<DomainEvent> events =
        List.of(
            World.parted("m1", "m2", 1),
            World.parted("m2", "m1", 1),
            World.reunited("m2", "m1", 2),
            World.erased("m2", 2));
    assertThat(crashes(fault, events)).isGreaterThan(10);
  }

  /** Dies at every call in turn; returns how many there were. */
  private static int crashes(Fault fault, List<DomainEvent> events) {
    Site clean = prepared();
    events.forEach(event -> EventCall.deliver(clean.subscriber, event));
    List<String> expected = clean.dump();
    int k = 0;
    while (dies(k, fault, events, expected)) {
      k++;
    }
    return k;
  }

  private static boolean dies(int k, Fault fault, List<DomainEvent> events, List<String> expected) {
    Site site = prepared();
    Site dying = site.through(FaultyDynamo.failingAt(EmbeddedDynamo.client(), k, fault));
    boolean died = false;
    for (DomainEvent event : events) {
      try {
        EventCall.deliver(dying.subscriber, event);
      } catch (RuntimeException notHandled) {
        died = true;
        EventCall.deliver(site.subscriber, event);
      }
    }
    assertThat(site.dump()).as("after dying at call " + k).isEqualTo(expected);
    return died;
  }

  /** A thread of each member, in which both reply, and one of m1 that nobody answers. */
  private static Site prepared() {
    Site site = Site.open().knowing("m1", "Ines").knowing("m2", "Tomás");
    start(site, "m1", "Nobody answers this");
    for (String member : List.of("m1", "m2")) {
      String thread = start(site, member, "A thread of " + member);
      for (String replying : List.of("m1", "m2")) {
        site.clock.advance(Duration.ofSeconds(1));
        Reply reply = site.reply(replying, thread, Map.of("text", "A reply of " + replying));
        assertThat(reply.status()).isEqualTo(201);
      }
    }
    return site;
  }

  private static String start(Site site, String member, String title) {
    site.clock.advance(Duration.ofSeconds(1));
    Map<String, Object> body =
        Map.of("title", title, "text", "Words of " + member, "visibility", "public");
    Reply reply = site.start(member, body);
    assertThat(reply.status()).isEqualTo(201);
    return String.valueOf(reply.json().get("id"));
  }
}
