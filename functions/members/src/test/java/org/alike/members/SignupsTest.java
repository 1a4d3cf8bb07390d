package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignupsTest {
  private final House house = new House();

  private DomainEvent signup(String displayName) {
    house.clock.advance(Duration.ofMillis(2));
    return house.submission(
        "email", "maria@example.org",
        "displayName", displayName,
        "conditions", "ALS",
        "consent", "2026-11");
  }

  private String displayName(String member) {
    return String.valueOf(house.send(HttpCall.of("GET /me").as(member)).json().get("displayName"));
  }

  @Test
  void take_changesNothing_whenTheSameEventComesThreeTimes() {
    DomainEvent signup = signup("Maria");
    house.take(signup);
    List<String> once = house.dump();

    house.take(signup);
    house.take(signup);

    assertThat(house.dump()).isEqualTo(once);
  }

  @Test
  void take_keepsTheNewer_whicheverComesFirst() {
    DomainEvent older = signup("Older");
    DomainEvent newer = signup("Newer");
    house.take(newer);
    List<String> before = house.dump();

    house.take(older);

    assertThat(house.dump()).isEqualTo(before);
    house.sweep();
    house.confirm(house.mail.lastToken());
    assertThat(displayName(house.memberIds().get(0))).isEqualTo("Newer");
  }

  @Test
  void take_replacesTheOlder_andItsLinkNoLongerWorks() {
    house.take(signup("Older"));
    house.sweep();
    String olderLink = house.mail.lastToken();
    house.clock.advance(Duration.ofMinutes(2));
    house.take(signup("Newer"));
    house.sweep();

    assertThat(house.confirm(olderLink).status()).isEqualTo(410);
    assertThat(house.memberIds()).isEmpty();
    assertThat(house.confirm(house.mail.lastToken()).status()).isEqualTo(200);
    assertThat(displayName(house.memberIds().get(0))).isEqualTo("Newer");
  }

  @Test
  void link_staysGoodAndConfirmsTheNewest_whenSomebodySignsUpAgainWithinAMinute() {
    house.take(signup("First"));
    house.sweep();
    house.take(signup("Second"));
    house.take(signup("Third"));
    house.sweep();

    assertThat(house.mail.sent()).hasSize(1);
    assertThat(house.confirm(house.mail.lastToken()).status()).isEqualTo(200);
    assertThat(displayName(house.memberIds().get(0))).isEqualTo("Third");
  }

  @Test
  void letters_areFiveADay_andTheLastLinkConfirmsTheNewest_howeverOftenSomebodySignsUp() {
    for (int i = 0; i < 9; i++) {
      house.take(signup("Try " + i));
      house.sweep();
      house.clock.advance(Duration.ofMinutes(2));
    }

    assertThat(house.mail.sent()).hasSize(5);
    assertThat(house.confirm(house.mail.lastToken()).status()).isEqualTo(200);
    assertThat(displayName(house.memberIds().get(0))).isEqualTo("Try 8");
  }

  @Test
  void take_onlyWritesALetter_whenTheAddressIsAMembers() {
    house.join(signup("Maria"));
    house.clock.advance(Duration.ofMinutes(2));
    house.take(signup("Somebody else"));
    house.sweep();

    assertThat(house.mail.sent()).hasSize(2);
    assertThat(house.mail.sent().get(1).text())
        .contains("belongs to an account already")
        .doesNotContain("/confirmations/", "Somebody");
    assertThat(house.memberIds()).hasSize(1);
    assertThat(house.sortKeys()).doesNotContain("pending");
    assertThat(house.dump()).noneMatch(item -> item.contains("Somebody"));
  }

  @Test
  void take_bringsNothingBack_whenAnOldCopyComesAfterErasure() {
    DomainEvent signup = signup("Maria");
    String id = house.join(signup);
    house.send(HttpCall.of("DELETE /me").as(id));
    List<String> before = house.dump();

    house.clock.advance(Duration.ofHours(6));
    house.take(signup);

    assertThat(house.dump()).isEqualTo(before);
  }

  @Test
  void take_bringsNothingBack_whenANewerSignupWasOnItsWayDuringErasure() {
    String id = house.join(signup("Maria"));
    DomainEvent onItsWay = signup("Maria again");
    house.clock.advance(Duration.ofMillis(5));
    house.send(HttpCall.of("DELETE /me").as(id));
    List<String> before = house.dump();

    house.clock.advance(Duration.ofMinutes(3));
    house.take(onItsWay);

    assertThat(house.dump()).isEqualTo(before);
  }

  @Test
  void link_thatIsOut_neverComesToConfirmThatMorePeopleSeeTheMember() {
    house.take(signup("Maria"));
    house.sweep();
    String first = house.mail.lastToken();
    house.clock.advance(Duration.ofSeconds(5));
    house.take(
        house.submission(
            "email", "maria@example.org",
            "displayName", "By a stranger",
            "conditions", "migraine",
            "visibility", "public",
            "consent", "2026-11"));
    house.sweep();

    assertThat(house.confirm(first).status()).isEqualTo(410);
    assertThat(house.memberIds()).isEmpty();
    assertThat(
            house
                .send(
                    HttpCall.of("GET /confirmations/{token}").path("token", house.mail.lastToken()))
                .body())
        .contains("By a stranger", "Everybody will see you");
  }

  @Test
  void take_makesANewMember_whenSomebodyErasedSignsUpAgain() {
    String first = house.join(signup("Maria"));
    house.send(HttpCall.of("DELETE /me").as(first));
    house.clock.advance(Duration.ofMinutes(2));

    String second = house.join(signup("Maria again"));

    assertThat(second).isNotEqualTo(first);
    assertThat(house.send(HttpCall.of("GET /me").as(first)).status()).isEqualTo(404);
  }

  @Test
  void take_leavesLookAlikesAlone_andMergesSpellings() {
    house.take(house.submission("email", "maria@example.org", "displayName", "A", "consent", "1"));
    house.clock.advance(Duration.ofMinutes(2));
    house.take(
        house.submission(
            "email", "\uFF2D\uFF21RIA@EXAMPLE.org", "displayName", "B", "consent", "1"));
    house.take(
        house.submission("email", "m\u0430ria@example.org", "displayName", "C", "consent", "1"));

    assertThat(house.sortKeys()).filteredOn("pending"::equals).hasSize(2);
    house.sweep();
    assertThat(house.mail.sent())
        .extracting(mail -> mail.to())
        .containsOnly("maria@example.org", "m\u0430ria@example.org");
  }

  @Test
  void take_keepsConsentInTheItemOfTheFirstHealthField() {
    house.take(signup("Maria"));

    assertThat(house.dump())
        .filteredOn(item -> item.contains("amyotrophic"))
        .singleElement()
        .asString()
        .contains("consent=AttributeValue(S=2026-11)", "consentAt=AttributeValue(S=2026-11-23T12");
  }

  @Test
  void take_fails_whenThereIsNoConsent_andSaysNothingAboutTheValues() {
    DomainEvent without =
        house.submission("email", "maria@example.org", "displayName", "Maria", "conditions", "ALS");

    assertThatThrownBy(() -> house.take(without)).hasMessageNotContaining("aria");
    assertThat(house.dump()).isEmpty();
  }

  @Test
  void words_areResolvedKeptOrMarked() {
    Reply me =
        house.send(
            HttpCall.of("GET /me")
                .as(
                    house.join(
                        house.submission(
                            "email", "maria@example.org",
                            "displayName", "Maria",
                            "conditions", "Lou Gehrig's disease",
                            "conditions", "ALS",
                            "conditions", "zorgle",
                            "conditions", "diabetes type",
                            "consent", "2026-11"))));

    assertThat(String.valueOf(me.json().get("conditions")))
        .containsOnlyOnce("amyotrophic-lateral-sclerosis");
    assertThat(String.valueOf(me.json().get("unresolved"))).contains("zorgle");
  }

  @ParameterizedTest
  @CsvSource({
    "matching, matching, matching, matching, matching",
    "members,  members,  members,  members,  matching",
    "public,   public,   members,  public,   matching"
  })
  void visibility_decidesTheAudienceOfWhatWasGiven(
      String chosen, String name, String symptoms, String country, String birthYear) {
    String id =
        house.join(
            house.submission(
                "email", "maria@example.org",
                "displayName", "Maria",
                "conditions", "ALS",
                "symptoms", "nausea",
                "birthYear", "1970",
                "country", "DE",
                "visibility", chosen,
                "consent", "2026-11"));

    Map<String, Object> me = house.send(HttpCall.of("GET /me").as(id)).json();
    assertThat(me).containsEntry("visibility", chosen);
    assertThat(Json.asObject(me.get("shown")).orElseThrow())
        .containsEntry("displayName", name)
        .containsEntry("conditions", name)
        .containsEntry("symptoms", symptoms)
        .containsEntry("country", country)
        .containsEntry("birthYear", birthYear)
        .containsEntry("treatments", "me")
        .containsEntry("sex", "me");
  }

  @Test
  void diagnosedYear_belongsToTheFirstCondition() {
    String id =
        house.join(
            house.submission(
                "email", "maria@example.org",
                "displayName", "Maria",
                "conditions", "ALS",
                "conditions", "migraine",
                "conditions", "Lou Gehrig's disease",
                "diagnosedYear", "2020",
                "consent", "2026-11"));

    Map<String, Object> me = house.send(HttpCall.of("GET /me").as(id)).json();
    assertThat(Told.objects(me, "conditions"))
        .extracting(told -> told.get("id") + " " + told.get("diagnosed"))
        .containsExactly("amyotrophic-lateral-sclerosis 2020", "migraine null");
  }

  @Test
  void take_keepsNothing_ofWhoIsTooYoung() {
    house.take(
        house.submission(
            "email", "maria@example.org",
            "displayName", "Maria",
            "conditions", "ALS",
            "birthYear", "2011",
            "consent", "2026-11"));
    house.sweep();

    assertThat(house.dump()).isEmpty();
    assertThat(house.mail.sent()).isEmpty();
  }
}
