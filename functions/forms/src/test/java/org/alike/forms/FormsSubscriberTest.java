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
  private final FormsSubscriber subscriber = fixture.subscriber();

  @Test
  void signups_areErased_fromEveryMailboxThatTheMemberHad() {
    signups();

    deliver("MailboxForgotten", Optional.of(FIRST));
    deliver("MemberErased", Optional.of(SECOND));

    assertThat(fixture.dump()).noneMatch(item -> item.contains("Maria"));
  }

  @Test
  void signups_ofOtherMailboxes_stay() {
    signups();

    deliver("MemberErased", Optional.of(FIRST));

    assertThat(fixture.dump())
        .noneMatch(item -> item.contains("maria@example.org"))
        .anyMatch(item -> item.contains("maria@new.example.org"));
  }

  @Test
  void nothing_changes_whenTheEventComesAgainOrWithoutAMailbox() {
    signups();
    deliver("MemberErased", Optional.of(SECOND));
    List<String> once = fixture.dump();

    deliver("MemberErased", Optional.of(SECOND));
    deliver("MemberErased", Optional.empty());

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

  private void deliver(String type, Optional<String> mailbox) {
    Map<String, Object> data = Json.of("memberId", "m1", "mailbox", mailbox);
    Instant time = Instant.parse("2026-11-23T12:00:00Z");
    EventCall.deliver(subscriber, DomainEvent.of(type, "m1", 2, time, "a-request", data));
  }
}
