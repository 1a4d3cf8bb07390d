package org.alike.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alike.kernel.Digest;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.testkit.EventCall;
import org.junit.jupiter.api.Test;

class FormsSubscriberTest {
  private static final String FIRST = Digest.of("maria@example.org");
  private static final String SECOND = Digest.of("maria@new.example.org");
  private final TableFixture fixture = new TableFixture();
  private final FormsSubscriber subscriber = new FormsSubscriber(fixture.store(), fixture.clock);

  @Test
  void signups_areErased_fromEveryMailboxThatTheMemberHad() {
    signups();

    deliver(Optional.of(SECOND), List.of(FIRST, SECOND));

    assertThat(fixture.dump()).noneMatch(item -> item.contains("Maria"));
  }

  @Test
  void signups_ofTheOneMailbox_areErased_whenTheEventNamesNoOthers() {
    signups();

    deliver(Optional.of(FIRST), List.of());

    assertThat(fixture.dump())
        .noneMatch(item -> item.contains("maria@example.org"))
        .anyMatch(item -> item.contains("maria@new.example.org"));
  }

  @Test
  void nothing_changes_whenTheEventComesAgainOrWithoutAMailbox() {
    signups();
    deliver(Optional.of(SECOND), List.of(FIRST));
    List<String> once = fixture.dump();

    deliver(Optional.of(SECOND), List.of(FIRST));
    deliver(Optional.empty(), List.of());

    assertThat(fixture.dump()).isEqualTo(once);
  }

  private void signups() {
    TableFixture.signup().send(fixture.function());
    TableFixture.signup()
        .body(
            TableFixture.URLENCODED,
            TableFixture.SIGNUP.replace("maria%40example.org", "maria%40new.example.org"))
        .send(fixture.function());
    assertThat(fixture.dump())
        .anyMatch(item -> item.contains("maria@example.org"))
        .anyMatch(item -> item.contains("maria@new.example.org"));
  }

  private void deliver(Optional<String> mailbox, List<String> mailboxes) {
    Map<String, Object> data =
        Json.of(
            "memberId",
            "m1",
            "mailbox",
            mailbox,
            "mailboxes",
            mailboxes.isEmpty() ? null : mailboxes);
    Instant time = Instant.parse("2026-11-23T12:00:00Z");
    EventCall.deliver(subscriber, DomainEvent.of("MemberErased", "m1", 2, time, "a-request", data));
  }
}
