package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.alike.kernel.DomainEvent;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.HttpCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signups that are withdrawn or corrected by their receipt before they are confirmed. */
class WithdrawalTest {
  private static final String MAIL = "maria@example.org";
  private final House house = new House();

  private DomainEvent signup(String displayName) {
    house.clock.advance(Duration.ofMillis(2));
    return house.submission(fields(displayName, "matching"));
  }

  private static String[] fields(String displayName, String visibility) {
    return new String[] {
      "email", MAIL,
      "displayName", displayName,
      "conditions", "ALS",
      "visibility", visibility,
      "consent", "2026-11"
    };
  }

  private String displayName() {
    String member = house.memberIds().get(0);
    return String.valueOf(house.send(HttpCall.of("GET /me").as(member)).json().get("displayName"));
  }

  @Test
  void withdrawn_becomesNoMember_byALinkThatIsStillThere() {
    DomainEvent signup = signup("Maria");
    house.take(signup);
    house.sweep();
    String link = house.mail.lastToken();

    house.take(house.withdrawn(signup, MAIL));

    assertThat(house.confirm(link).status()).isEqualTo(410);
    assertThat(house.memberIds()).isEmpty();
    assertThat(house.dump()).noneMatch(item -> item.contains("Maria") || item.contains(MAIL));
  }

  @Test
  void withdrawn_isNotWrittenTo_whenItsLetterStillWaits() {
    DomainEvent signup = signup("Maria");
    house.take(signup);
    house.take(house.withdrawn(signup, MAIL));

    house.sweep();

    assertThat(house.mail.sent()).isEmpty();
    assertThat(house.dump()).noneMatch(item -> item.contains(MAIL));
  }

  @Test
  void withdrawn_isNeverTaken_whenTheNewsOfItComesFirst_orOftenOrLate() {
    DomainEvent signup = signup("Maria");
    DomainEvent corrected = house.corrected(signup, fields("Maria M.", "matching"));
    DomainEvent withdrawn = house.withdrawn(corrected, MAIL);

    for (DomainEvent event : List.of(withdrawn, signup, withdrawn, corrected, signup)) {
      house.take(event);
    }
    house.sweep();

    assertThat(house.mail.sent()).isEmpty();
    assertThat(house.dump()).noneMatch(item -> item.contains("Maria"));
  }

  @Test
  void newerSignup_stays_whenAnOlderOneIsWithdrawn() {
    DomainEvent older = signup("Older");
    DomainEvent newer = signup("Newer");
    house.take(older);
    house.take(newer);

    house.take(house.withdrawn(older, MAIL));
    house.sweep();

    assertThat(house.confirm(house.mail.lastToken()).status()).isEqualTo(200);
    assertThat(displayName()).isEqualTo("Newer");
  }

  @Test
  void newSignup_isTaken_afterAnOlderOneWasWithdrawn() {
    DomainEvent older = signup("Older");
    house.take(older);
    house.take(house.withdrawn(older, MAIL));
    house.clock.advance(Duration.ofMinutes(2));

    house.take(signup("Newer"));
    house.sweep();

    assertThat(house.confirm(house.mail.lastToken()).status()).isEqualTo(200);
    assertThat(displayName()).isEqualTo("Newer");
  }

  @Test
  void setAside_isTakenAgain_whenItIsAcceptedAfterAll_whateverComesLate() {
    DomainEvent first = signup("Maria");
    DomainEvent aside = house.withdrawn(first, MAIL);
    DomainEvent again = house.accepted(aside, first);
    house.take(first);
    house.take(aside);
    house.clock.advance(Duration.ofMinutes(2));

    for (DomainEvent event : List.of(again, first, aside, again)) {
      house.take(event);
    }
    house.sweep();

    assertThat(house.confirm(house.mail.lastToken()).status()).isEqualTo(200);
    assertThat(displayName()).isEqualTo("Maria");
  }

  @Test
  void member_stays_whenTheSignupIsWithdrawnOrCorrectedAfterwards() {
    DomainEvent signup = signup("Maria");
    house.join(signup);
    List<String> before = house.dump();

    house.take(house.corrected(signup, fields("Maria M.", "public")));
    house.take(house.withdrawn(signup, MAIL));

    assertThat(house.dump()).isEqualTo(before);
  }

  @Test
  void corrected_isWhatTheLinkConfirms_withoutAnotherLetter() {
    DomainEvent signup = signup("Maria");
    DomainEvent corrected = house.corrected(signup, fields("Maria M.", "matching"));
    house.take(signup);
    house.sweep();
    house.clock.advance(Duration.ofHours(1));
    house.take(corrected);
    house.take(signup);
    house.sweep();

    assertThat(house.mail.sent()).hasSize(1);
    assertThat(house.confirm(house.mail.lastToken()).status()).isEqualTo(200);
    assertThat(displayName()).isEqualTo("Maria M.");
  }

  @Test
  void corrected_needsANewLink_whenMorePeopleAreToSeeTheMember() {
    DomainEvent signup = signup("Maria");
    house.take(signup);
    house.sweep();
    String before = house.mail.lastToken();
    house.clock.advance(Duration.ofHours(1));

    house.take(house.corrected(signup, fields("Maria", "public")));
    house.sweep();

    assertThat(house.confirm(before).status()).isEqualTo(410);
    assertThat(house.confirm(house.mail.lastToken()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void withdrawn_endsAsACleanRun_whereverItCrashedAndCameAgain(Fault fault) {
    int k = 0;
    boolean reached = true;
    while (reached) {
      House crashed = new House();
      DomainEvent signup = crashed.submission(fields("Maria", "matching"));
      crashed.take(signup);
      DomainEvent withdrawn = crashed.withdrawn(signup, MAIL);
      AtomicInteger made = new AtomicInteger();
      int broken = k;
      House faulty =
          crashed.over(
              FaultyDynamo.planned(
                  EmbeddedDynamo.client(),
                  n -> {
                    made.set(n + 1);
                    return n == broken ? fault : Fault.NONE;
                  }));
      reached = isRefused(faulty, withdrawn);
      crashed.take(withdrawn);

      assertThat(crashed.dump()).noneMatch(item -> item.contains("Maria"));
      assertThat(crashed.sortKeys()).doesNotContain("pending");
      k++;
    }
    assertThat(k).isGreaterThan(2);
  }

  private static boolean isRefused(House house, DomainEvent event) {
    try {
      house.take(event);
      return false;
    } catch (RuntimeException broken) {
      return true;
    }
  }
}
