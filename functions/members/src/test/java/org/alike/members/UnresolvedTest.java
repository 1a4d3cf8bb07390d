package org.alike.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alike.kernel.DomainEvent;
import org.alike.kernel.Json;
import org.alike.testkit.HttpCall;
import org.alike.testkit.MeteredDynamo;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that the vocabulary lacks, from those that many members typed. */
class UnresolvedTest {
  private final House house = new House();
  private int people;

  @Test
  void words_areShown_onceElevenPeopleTypedThem() {
    join(10, "symptoms", "zorgle glimmer");
    assertThat(items(list())).isEmpty();

    join(1, "symptoms", "Zorgle-Glimmer");

    assertThat(items(list()))
        .containsExactly(Json.of("kind", "symptom", "words", "zorgle glimmer", "people", 11));
  }

  @Test
  void words_countEachPersonOnce_whateverTheyTypedHowOften() {
    for (int i = 0; i < 10; i++) {
      join(1, "conditions", "Zorgle", "conditions", "ZORGLE", "conditions", "zörgle!");
    }

    assertThat(items(list())).isEmpty();
  }

  @Test
  void words_areShownMostFirst_byKindAndPage() {
    join(11, "conditions", "zorgle", "treatments", "quibbix");
    join(1, "conditions", "zorgle");
    join(11, "conditions", "abblefrax");

    assertThat(items(list())).extracting(i -> i.get("people")).containsExactly(12, 11, 11);
    assertThat(items(list("kind", "treatment")))
        .containsExactly(Json.of("kind", "treatment", "words", "quibbix", "people", 11));
    assertThat(items(list("kind", "symptom"))).isEmpty();
    List<Object> paged = new ArrayList<>();
    Object next = null;
    do {
      Reply page = next == null ? list("limit", "1") : list("limit", "1", "cursor", "" + next);
      items(page).forEach(item -> paged.add(item.get("words")));
      next = page.json().get("next");
    } while (next != null);
    assertThat(paged).containsExactly("zorgle", "abblefrax", "quibbix");
  }

  @Test
  void words_areGone_onceSomebodyIsErasedAndTheyAreFew() {
    join(11, "conditions", "zorgle");
    assertThat(house.sortKeys()).contains(house.memberIds().get(0));

    String gone = house.memberIds().get(0);
    house.send(HttpCall.of("DELETE /me").as(gone));

    assertThat(items(list())).isEmpty();
    assertThat(house.sortKeys()).doesNotContain(gone);
  }

  @Test
  void words_areNotShown_whenTheVocabularyKnowsOrAsksBack() {
    join(11, "conditions", "migraine", "conditions", "diabetes");

    assertThat(items(list())).isEmpty();
    assertThat(house.dump()).noneMatch(item -> item.contains("words#"));
  }

  @Test
  void answer_isTheSameToTheByte_whetherNoneOrTenTypedTheWords() {
    String none = list().body();

    join(10, "conditions", "zorgle");

    assertThat(list().body()).isEqualTo(none);
  }

  @Test
  void words_areForEditorsOnly() {
    assertThat(house.send(HttpCall.of("GET /vocabulary/unresolved")).status()).isEqualTo(401);
    assertThat(house.send(HttpCall.of("GET /vocabulary/unresolved").as("m1")).status())
        .isEqualTo(403);
    assertThat(
            house
                .send(
                    HttpCall.of("GET /vocabulary/unresolved")
                        .as("m1")
                        .claim("groups", "[moderator owner]"))
                .status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"conditions", "CONDITION", "*", "person"})
  void kind_isRefused_whenThereIsNone(String kind) {
    assertThat(list("kind", kind).status()).isEqualTo(422);
    assertThat(list("kind", kind).body()).doesNotContain("\"" + kind + "\"");
  }

  @Test
  void cursor_isRefused_whenItWasMadeForAnotherListOrPerson() {
    join(11, "conditions", "zorgle", "treatments", "quibbix");
    String cursor = String.valueOf(list("limit", "1").json().get("next"));

    assertThat(list("kind", "condition", "cursor", cursor).status()).isEqualTo(400);
    assertThat(list("cursor", cursor.substring(1)).status()).isEqualTo(400);
    HttpCall other = HttpCall.of("GET /vocabulary/unresolved").as("m2").claim("groups", "editor");
    assertThat(house.send(other.query("cursor", cursor)).status()).isEqualTo(400);
  }

  @Test
  void unknownWords_costTwoUnitsMore_atConfirmationAndErasure_andKnownOnesNothing() {
    MeteredDynamo meter = new MeteredDynamo();
    House metered = house.over(meter.client());

    assertThat(unitsOfALife(metered, meter, "migraine")).isEqualTo("join 10.0, erase 13.0");
    assertThat(unitsOfALife(metered, meter, "zorgle")).isEqualTo("join 12.0, erase 15.0");
  }

  private String unitsOfALife(House metered, MeteredDynamo meter, String condition) {
    house.clock.advance(Duration.ofDays(1));
    house.take(signup("conditions", condition));
    house.sweep();
    meter.reset();
    assertThat(metered.confirm(house.mail.lastToken()).status()).isEqualTo(200);
    double join = meter.written();
    meter.reset();
    metered.send(HttpCall.of("DELETE /me").as(house.memberIds().get(0)));
    return "join " + join + ", erase " + meter.written();
  }

  private void join(int many, String... namesAndValues) {
    for (int i = 0; i < many; i++) {
      house.join(signup(namesAndValues));
    }
  }

  private DomainEvent signup(String... namesAndValues) {
    List<String> fields =
        new ArrayList<>(
            List.of("email", "p" + people++ + "@example.org", "displayName", "P", "consent", "1"));
    fields.addAll(List.of(namesAndValues));
    return house.submission(fields.toArray(new String[0]));
  }

  private Reply list(String... query) {
    HttpCall call =
        HttpCall.of("GET /vocabulary/unresolved").as("m1").claim("groups", "[member editor]");
    for (int i = 0; i < query.length; i += 2) {
      call.query(query[i], query[i + 1]);
    }
    return house.send(call);
  }

  private static List<Map<String, Object>> items(Reply reply) {
    return ((List<?>) reply.json().getOrDefault("items", List.of()))
        .stream().map(item -> Json.asObject(item).orElseThrow()).toList();
  }
}
