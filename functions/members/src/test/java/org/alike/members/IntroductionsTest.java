package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.mail.Mail;
import org.alike.testkit.HttpCall;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntroductionsTest {
  private final House house = new House();
  private final String maria = house.member("Maria");
  private final String ben = house.member("Ben");

  @Test
  void request_isShownToBoth_withoutAnyAddress() {
    Reply asked = ask(maria, ben);

    assertThat(asked.status()).isEqualTo(201);
    assertThat(asked.body()).doesNotContain("Hello", "Ben", "Maria", "@");
    assertThat(items(maria))
        .containsExactly(
            Json.of(
                "id",
                asked.json().get("id"),
                "direction",
                "sent",
                "state",
                "waiting",
                "other",
                Json.of("id", ben, "displayName", "Ben"),
                "note",
                "Hello",
                "asked",
                house.clock.instant().toString()));
    assertThat(items(ben).get(0))
        .containsEntry("direction", "received")
        .containsEntry("other", Json.of("id", maria, "displayName", "Maria"))
        .doesNotContainKey("contact");
  }

  @Test
  void yes_tellsBothTheAddress_andTheOneWhoAskedByMail() {
    String id = asked(maria, ben);

    Reply yes = answer(ben, id, "accepted");

    assertThat(yes.status()).isEqualTo(200);
    assertThat(yes.json()).containsEntry("contact", Json.of("email", "maria@example.org"));
    assertThat(items(maria).get(0))
        .containsEntry("state", "accepted")
        .containsEntry("contact", Json.of("email", "ben@example.org"));
    assertThat(answer(ben, id, "accepted").body()).isEqualTo(yes.body());
    house.sweep();
    assertThat(lettersTo("maria@example.org")).contains("You asked, and the answer is yes");
  }

  @Test
  void letter_namesNobodyAndNoCondition() {
    ask(maria, ben);
    house.sweep();

    Mail.Message letter = house.mail.sent().get(house.mail.sent().size() - 1);
    assertThat(letter.to()).isEqualTo("ben@example.org");
    assertThat(letter.subject()).isEqualTo("Somebody would like to get in touch");
    assertThat(letter.text()).doesNotContain("Maria", "Ben", "Hello\n\nHello", "ALS");
  }

  @Test
  void no_isNeverToldToWhoAsked() {
    String id = asked(maria, ben);
    String before = list(maria).body();

    assertThat(answer(ben, id, "declined").status()).isEqualTo(204);
    assertThat(answer(ben, id, "declined").status()).isEqualTo(204);

    assertThat(list(maria).body()).isEqualTo(before);
    assertThat(items(ben)).isEmpty();
    assertThat(answer(ben, id, "accepted").status()).isEqualTo(404);
    assertThat(ask(maria, ben).status()).isEqualTo(409);
    assertThat(answer(maria, id, "withdrawn").status()).isEqualTo(204);
    assertThat(house.dump()).noneMatch(item -> item.contains("Hello"));
  }

  @Test
  void withdrawing_endsItForBoth_andTwiceIsTheSame() {
    String id = asked(maria, ben);

    assertThat(answer(maria, id, "withdrawn").status()).isEqualTo(204);
    assertThat(answer(maria, id, "withdrawn").status()).isEqualTo(204);

    assertThat(items(maria)).isEmpty();
    assertThat(items(ben)).isEmpty();
    assertThat(answer(ben, id, "accepted").status()).isEqualTo(404);
  }

  @Test
  void answers_areForWhoeverTheyAreUpTo() {
    String id = asked(maria, ben);
    String cem = house.member("Cem");

    assertThat(answer(maria, id, "accepted").status()).isEqualTo(409);
    assertThat(answer(maria, id, "declined").status()).isEqualTo(409);
    assertThat(answer(ben, id, "withdrawn").status()).isEqualTo(409);
    assertThat(answer(cem, id, "accepted").status()).isEqualTo(404);
    assertThat(answer(ben, "..", "accepted").status()).isEqualTo(404);
    assertThat(answer(ben, id, "waiting").status()).isEqualTo(422);
    assertThat(answer(ben, id, "").status()).isEqualTo(422);
    assertThat(items(maria).get(0)).containsEntry("state", "waiting");
    answer(ben, id, "accepted");
    assertThat(answer(maria, id, "withdrawn").status()).isEqualTo(409);
    assertThat(answer(ben, id, "declined").status()).isEqualTo(409);
  }

  @Test
  void request_isOver_after30Days_andMayBeMadeAgainAfter90() {
    String id = asked(maria, ben);
    house.clock.advance(Duration.ofDays(30));

    assertThat(items(maria)).isEmpty();
    assertThat(items(ben)).isEmpty();
    assertThat(answer(ben, id, "accepted").status()).isEqualTo(404);
    assertThat(ask(maria, ben).status()).isEqualTo(409);
    house.clock.advance(Duration.ofDays(60));
    assertThat(ask(maria, ben).status()).isEqualTo(201);
  }

  @Test
  void requests_areFiveAtATime_andTenADay() {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      others.add(house.member("Other" + i));
    }
    for (int i = 0; i < 5; i++) {
      assertThat(ask(maria, others.get(i)).status()).isEqualTo(201);
    }
    assertThat(ask(maria, others.get(5)).status()).isEqualTo(409);

    items(maria).forEach(item -> answer(maria, String.valueOf(item.get("id")), "withdrawn"));
    for (int i = 5; i < 10; i++) {
      assertThat(ask(maria, others.get(i)).status()).isEqualTo(201);
    }
    items(maria).forEach(item -> answer(maria, String.valueOf(item.get("id")), "withdrawn"));
    Reply eleventh = ask(maria, others.get(10));

    assertThat(eleventh.status()).isEqualTo(429);
    assertThat(Integer.parseInt(eleventh.header("retry-after"))).isBetween(1, 12 * 3_600 + 1);
    house.clock.advance(Duration.ofHours(12));
    assertThat(ask(maria, others.get(10)).status()).isEqualTo(201);
  }

  @Test
  void request_findsNobody_whoIsNotListedBlockedOrUnknown() {
    String shy =
        house.join(
            house.submission(
                "email",
                "shy@example.org",
                "displayName",
                "Shy",
                "conditions",
                "ALS",
                "consent",
                "2026-11"));
    String gone = house.member("Gone");
    house.send(HttpCall.of("DELETE /me").as(gone));
    block(ben, maria);

    List<Reply> replies =
        List.of(
            ask(maria, shy),
            ask(maria, gone),
            ask(maria, ben),
            ask(ben, maria),
            ask(maria, "0199b0a0-0000-7000-8000-0000000000aa"),
            ask(maria, "profile"));

    assertThat(replies).extracting(Reply::status).containsOnly(404);
    assertThat(replies).extracting(Reply::body).containsOnly(replies.get(0).body());
    assertThat(ask(gone, maria).status()).isEqualTo(404);
    assertThat(ask(maria, maria).status()).isEqualTo(422);
  }

  @Test
  void block_endsWhatWaits_inBothDirectionsAndForGood() {
    String id = asked(maria, ben);

    block(ben, maria);
    assertThat(items(maria)).isEmpty();
    assertThat(items(ben)).isEmpty();
    assertThat(answer(ben, id, "accepted").status()).isEqualTo(404);

    house.send(call("DELETE", "/me/blocks/{id}", ben).path("id", maria));
    assertThat(items(maria)).isEmpty();
    assertThat(items(ben)).isEmpty();
    assertThat(answer(ben, id, "accepted").status()).isEqualTo(404);
    assertThat(ask(ben, maria).status()).isEqualTo(201);
  }

  @Test
  void block_hidesTheAddresses_asLongAsItHolds() {
    answer(ben, asked(maria, ben), "accepted");

    block(maria, ben);

    assertThat(items(maria)).isEmpty();
    assertThat(items(ben)).isEmpty();
  }

  @Test
  void twoWhoAskEachOtherAtOnce_endAsOneRequest() throws Exception {
    List<Integer> answers =
        atOnce(
            () -> request(maria, ben).send(house.members).status(),
            () -> request(ben, maria).send(house.members).status());

    assertThat(answers).containsExactlyInAnyOrder(201, 409);
    assertThat(items(maria)).hasSize(1);
    assertThat(items(ben)).hasSize(1);
  }

  @Test
  void yesAndWithdrawal_atOnce_endTheSameForBoth() throws Exception {
    String id = asked(maria, ben);

    List<Integer> answers =
        atOnce(
            () -> answering(ben, id, "accepted").send(house.members).status(),
            () -> answering(maria, id, "withdrawn").send(house.members).status());

    if (answers.get(0) == 200) {
      assertThat(answers.get(1)).isEqualTo(409);
      assertThat(items(maria).get(0)).containsEntry("state", "accepted");
      assertThat(items(ben).get(0)).containsEntry("state", "accepted");
    } else {
      assertThat(answers).containsExactly(404, 204);
      assertThat(items(maria)).isEmpty();
      assertThat(items(ben)).isEmpty();
    }
  }

  @Test
  void sixRequests_atOnce_areFive() throws Exception {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      others.add(house.member("Other" + i));
    }
    List<Callable<Integer>> calls = new ArrayList<>();
    others.forEach(other -> calls.add(() -> persistently(request(maria, other))));

    assertThat(atOnce(calls)).containsExactlyInAnyOrder(201, 201, 201, 201, 201, 409);
    assertThat(items(maria)).hasSize(5);
  }

  @Test
  void request_isRepeatable_whenItHasAKey() {
    Reply first = house.send(request(maria, ben).header("idempotency-key", "k"));
    List<String> before = house.dump();
    Reply second = house.send(request(maria, ben).header("idempotency-key", "k"));

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.status()).isEqualTo(201);
    assertThat(house.dump()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"note\":\"\"}",
        "{\"note\":7}",
        "{\"note\":\"a\\u202eb\"}",
        "{\"note\":\"a\\u0000b\"}",
        "{\"note\":\"Hello\",\"state\":\"accepted\"}"
      })
  void note_isRefused_whenItBreaksARule(String body) {
    Reply reply =
        house.send(
            HttpCall.of("POST /members/{id}/introductions")
                .as(maria)
                .path("id", ben)
                .body("application/json", body));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(items(ben)).isEmpty();
  }

  @Test
  void note_isOf300Characters_whateverTheyAre() {
    assertThat(note("\uD83D\uDC9B".repeat(301)).status()).isEqualTo(422);
    assertThat(note("\uD83D\uDC9B".repeat(300)).status()).isEqualTo(201);
  }

  @Test
  void list_goesOnWhereItEnded_andItsCursorIsOnesOwn() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      house.clock.advance(Duration.ofSeconds(1));
      ids.add(0, asked(house.member("Other" + i), maria));
    }

    Reply first = house.send(HttpCall.of("GET /me/introductions").as(maria).query("limit", "2"));
    String next = String.valueOf(first.json().get("next"));
    HttpCall rest = HttpCall.of("GET /me/introductions").query("cursor", next);
    Reply second = house.send(rest.as(maria));

    List<Object> shown = new ArrayList<>();
    items(first).forEach(item -> shown.add(item.get("id")));
    items(second).forEach(item -> shown.add(item.get("id")));
    assertThat(shown).isEqualTo(ids);
    assertThat(second.json()).doesNotContainKey("next");
    assertThat(house.send(rest.as(ben)).status()).isEqualTo(400);
  }

  @Test
  void memberWithoutConsent_isInNobodysList_andNeitherAsksNorIsAsked() {
    String id = asked(maria, ben);
    consent(maria, false);

    assertThat(items(ben)).isEmpty();
    assertThat(answer(ben, id, "accepted").status()).isEqualTo(404);
    assertThat(ask(maria, house.member("Cem")).status()).isEqualTo(403);
    assertThat(ask(house.member("Dana"), maria).status()).isEqualTo(404);

    consent(maria, true);
    assertThat(items(ben)).hasSize(1);
    consent(ben, false);
    assertThat(answer(ben, id, "accepted").status()).isEqualTo(403);
    assertThat(items(maria)).isEmpty();
  }

  @Test
  void list_tellsNoAddressAndNoNote_whileTheMembersOwnConsentIsWithdrawn() {
    answer(ben, asked(maria, ben), "accepted");
    asked(house.member("Cem"), maria);
    consent(maria, false);

    assertThat(items(maria)).isEmpty();
    assertThat(list(maria).body()).doesNotContain("@", "Hello");
    consent(maria, true);
    assertThat(items(maria)).hasSize(2);
  }

  @Test
  void memberForAlikes_isAskedByThoseOnly_whoHaveSomethingInCommon() {
    String alike = shownToAlikes("alike", "type 2 diabetes");

    assertThat(ask(house.join(with("one", "diabetes mellitus type 2")), alike).status())
        .isEqualTo(201);
    assertThat(ask(maria, alike).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sex", "country", "language", "years"})
  void request_findsNobody_whomTheWishesOfEitherExclude(String wish) {
    tell(maria, "female", "DE", "de", 1970, "members");
    tell(ben, "male", "FR", "fr", 1920, "members");
    Object wished = wish.equals("years") ? (Object) 10 : true;
    change(maria, Json.of("wishes", Json.of(wish, wished)));

    assertThat(ask(maria, ben).status()).isEqualTo(404);
    assertThat(ask(ben, maria).status()).isEqualTo(404);
    tell(ben, "female", "DE", "de", 1975, "matching");
    assertThat(ask(maria, ben).status()).isEqualTo(404);
    tell(ben, "female", "DE", "de", 1975, "alikes");
    assertThat(ask(maria, ben).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"me", "matching", "alikes"})
  void nameThatWasHidden_isToldToNobodyWhoOnlyAsked(String audience) {
    String cem = house.join(with("cem", "asthma"));
    show(cem, Json.of("displayName", "members", "conditions", "members"));
    asked(maria, cem);

    show(cem, Json.of("displayName", audience));

    assertThat(list(maria).body()).doesNotContain("cem");
    assertThat(items(maria).get(0)).containsEntry("other", Json.of("id", cem));
    assertThat(items(cem).get(0))
        .containsEntry("other", Json.of("id", maria, "displayName", "Maria"));
    show(cem, Json.of("displayName", "members"));
    assertThat(list(maria).body()).contains("cem");
  }

  @Test
  void nameForAlikes_isToldAsLongAsBothHaveSomethingInCommon() {
    String alike = shownToAlikes("alike", "ALS");
    asked(maria, alike);
    assertThat(list(maria).body()).contains("\"displayName\":\"alike\"");

    change(alike, Json.of("conditions", List.of(Json.of("typed", "asthma"))));

    assertThat(list(maria).body()).doesNotContain("displayName");
  }

  @Test
  void names_areToldToWhoWasAsked_andOnceBothSaidYes() {
    String id = asked(maria, ben);
    show(maria, Json.of("displayName", "me"));
    show(ben, Json.of("displayName", "me"));

    assertThat(list(ben).body()).contains("Maria");
    assertThat(list(maria).body()).doesNotContain("Ben");
    assertThat(answer(ben, id, "accepted").body()).contains("Maria");
    assertThat(list(ben).body()).contains("Maria");
    assertThat(list(maria).body()).contains("Ben");
  }

  @Test
  void introductions_areInTheCopyOfBoth() {
    asked(maria, ben);

    for (String member : List.of(maria, ben)) {
      assertThat(house.send(HttpCall.of("GET /me/export").as(member)).body())
          .contains("\"note\":\"Hello\"");
    }
  }

  @Test
  void request_isOverInTheCopyOfBoth_afterABlock() {
    asked(maria, ben);
    block(ben, maria);

    for (String member : List.of(maria, ben)) {
      assertThat(house.send(HttpCall.of("GET /me/export").as(member)).body())
          .contains("\"state\":\"over\"")
          .doesNotContain("waiting");
    }
  }

  @Test
  void erasedMember_isInNobodysList() {
    asked(maria, ben);
    house.send(HttpCall.of("DELETE /me").as(ben));

    assertThat(items(maria)).isEmpty();
    assertThat(house.dump()).noneMatch(item -> item.contains("Hello"));
  }

  private String shownToAlikes(String name, String condition) {
    String id = house.join(with(name, condition));
    show(id, Json.of("displayName", "alikes", "conditions", "alikes"));
    return id;
  }

  private void tell(
      String member, String sex, String country, String language, int born, String audience) {
    change(
        member,
        Json.of(
            "sex", sex,
            "country", country,
            "languages", List.of(language),
            "birthYear", born,
            "shown",
                Json.of(
                    "sex", audience,
                    "country", audience,
                    "languages", audience,
                    "birthYear", audience)));
  }

  private void show(String member, Map<String, Object> audiences) {
    change(member, Json.of("shown", audiences));
  }

  private void change(String member, Map<String, Object> patch) {
    String tag = house.send(HttpCall.of("GET /me").as(member)).header("etag");
    HttpCall change = HttpCall.of("PATCH /me").as(member).header("if-match", tag);
    assertThat(house.send(change.json(patch)).status()).isEqualTo(200);
  }

  private DomainEvent with(String name, String condition) {
    return house.submission(
        "email",
        name + "@example.org",
        "displayName",
        name,
        "conditions",
        condition,
        "consent",
        "2026-11");
  }

  private void consent(String member, boolean given) {
    HttpCall call = HttpCall.of("PUT /me/consents").as(member);
    assertThat(
            house
                .send(call.json(Json.of("given", given, "version", given ? "2026-11" : null)))
                .status())
        .isEqualTo(200);
  }

  private Reply note(String text) {
    return house.send(
        HttpCall.of("POST /members/{id}/introductions")
            .as(maria)
            .path("id", ben)
            .json(Json.of("note", text)));
  }

  private Reply ask(String member, String other) {
    return house.send(request(member, other));
  }

  private String asked(String member, String other) {
    return String.valueOf(ask(member, other).json().get("id"));
  }

  private static HttpCall request(String member, String other) {
    return call("POST", "/members/{id}/introductions", member)
        .path("id", other)
        .json(Json.of("note", "Hello"));
  }

  private Reply answer(String member, String id, String state) {
    return house.send(answering(member, id, state));
  }

  private static HttpCall answering(String member, String id, String state) {
    return call("PATCH", "/me/introductions/{id}", member)
        .path("id", id)
        .json(Json.of("state", state));
  }

  private void block(String member, String other) {
    assertThat(house.send(call("PUT", "/me/blocks/{id}", member).path("id", other)).status())
        .isEqualTo(204);
  }

  private static HttpCall call(String method, String path, String member) {
    return HttpCall.of(method + " " + path).as(member);
  }

  private Reply list(String member) {
    return house.send(HttpCall.of("GET /me/introductions").as(member));
  }

  private List<Map<String, Object>> items(String member) {
    return items(list(member));
  }

  private static List<Map<String, Object>> items(Reply reply) {
    return ((List<?>) reply.json().getOrDefault("items", List.of()))
        .stream().map(item -> Json.asObject(item).orElseThrow()).toList();
  }

  private List<String> lettersTo(String address) {
    return house.mail.sent().stream()
        .filter(mail -> mail.to().equals(address))
        .map(Mail.Message::subject)
        .toList();
  }

  /** As clients do it when they are told to try again. */
  private int persistently(HttpCall call) {
    int status = call.send(house.members).status();
    while (status == 503) {
      status = call.send(house.members).status();
    }
    return status;
  }

  private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other)
      throws Exception {
    return atOnce(List.of(one, other));
  }

  private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    List<Integer> answers = new ArrayList<>();
    try {
      for (Future<Integer> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    } finally {
      threads.shutdown();
    }
    return answers;
  }
}
