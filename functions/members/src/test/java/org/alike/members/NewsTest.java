package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.mail.Mail;
import org.alike.testkit.EventCall;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;

/** Letters that somebody close has joined. */
class NewsTest {
  private final House house = new House();
  private final String maria = house.member("Maria");

  @Test
  void news_areOneLetterAWeek_howeverManyJoin() {
    wish(true);

    tell("2026-W48");
    tell("2026-W48");
    house.sweep();
    tell("2026-W48");
    house.sweep();
    assertThat(letters()).hasSize(1);

    house.clock.advance(Duration.ofDays(7));
    tell("2026-W49");
    tell("2026-W48");
    house.sweep();
    assertThat(letters()).hasSize(2);
  }

  @Test
  void letter_tellsNothingAboutHealth_andHowToEndIt() {
    wish(true);
    tell("2026-W48");
    house.sweep();

    Mail.Message letter = letters().get(0);
    assertThat(letter.text())
        .contains("https://alike.example/profile.html#wishes")
        .doesNotContain("ALS", "Maria", "condition");
    assertThat(letter.headers())
        .containsEntry("List-Unsubscribe", "<https://alike.example/profile.html#wishes>");
  }

  @Test
  void news_areForThoseOnly_whoWishThem() {
    tell("2026-W48");
    tell("nobody", "2026-W48");
    house.sweep();

    assertThat(letters()).isEmpty();
    assertThat(house.sortKeys()).doesNotContain("news");
  }

  @Test
  void letterThatWaits_isNotSent_onceTheWishHasEnded() {
    wish(true);
    tell("2026-W48");
    wish(false);
    house.sweep();

    assertThat(letters()).isEmpty();
    assertThat(house.sortKeys()).noneMatch(key -> key.startsWith("news."));
  }

  @Test
  void letterThatWaits_isNotSent_toAMemberWhoWasErased() {
    wish(true);
    tell("2026-W48");
    house.send(HttpCall.of("DELETE /me").as(maria));
    tell("2026-W49");
    house.sweep();

    assertThat(letters()).isEmpty();
    assertThat(house.sortKeys()).doesNotContain("news");
  }

  @Test
  void news_leaveTheLastMailsOfADay_toThoseThatHaveToBe() {
    wish(true);
    for (int week = 10; week < 16; week++) {
      tell("2026-W" + week);
      house.sweep();
    }

    assertThat(letters()).hasSize(2); // the day's first was the confirmation
  }

  @Test
  void news_areOneLetter_whenToldManyTimesAtOnce() throws Exception {
    wish(true);
    List<Callable<Void>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(
          () -> {
            EventCall.deliver(house.subscriber, joined(maria, "2026-W48"));
            return null;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<Void> call : threads.invokeAll(calls)) {
        call.get();
      }
    } finally {
      threads.shutdown();
    }
    house.sweep();

    assertThat(letters()).hasSize(1);
  }

  private void wish(boolean news) {
    String tag = house.send(HttpCall.of("GET /me").as(maria)).header("etag");
    Reply reply =
        house.send(
            HttpCall.of("PATCH /me")
                .as(maria)
                .header("if-match", tag)
                .json(Json.of("wishes", Json.of("news", news))));
    assertThat(reply.status()).isEqualTo(200);
  }

  private void tell(String week) {
    tell(maria, week);
  }

  private void tell(String member, String week) {
    house.log.addAll(EventCall.deliver(house.subscriber, joined(member, week)));
  }

  private DomainEvent joined(String member, String week) {
    return DomainEvent.of(
        "AlikeJoined",
        member,
        1,
        house.clock.instant(),
        "request-1",
        Json.of("memberId", member, "week", week));
  }

  private List<Mail.Message> letters() {
    return house.mail.sent().stream()
        .filter(mail -> mail.subject().equals("Somebody close to you has joined"))
        .toList();
  }
}
