package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.MIGRAINE;
import static org.alike.alikes.Members.MND;
import static org.alike.alikes.Members.T2D;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.alike.kernel.DomainEvent;
import org.alike.store.DynamoTable;
import org.alike.testkit.EmbeddedDynamo;
import org.alike.testkit.EventCall;
import org.alike.testkit.FaultyDynamo;
import org.alike.testkit.FaultyDynamo.Fault;
import org.alike.testkit.MovableClock;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AlikesSubscriberTest {
  private static final List<DomainEvent> STORY =
      List.of(
          member("ada", ALS).symptoms("fatigue").changed(1),
          member("ben", T2D, MIGRAINE).seenBy("matching").changed(1),
          member("ada", ALS, T2D).symptoms("fatigue", "muscle-cramps").changed(2),
          member("cleo", ALS).changed(1),
          member("ada", MIGRAINE).seenBy("public").changed(3),
          member("cleo").erased(2));

  private final MovableClock clock = MovableClock.atNoon();
  private final String table = EmbeddedDynamo.newTable();
  private final AlikesSubscriber subscriber = subscriber(EmbeddedDynamo.client(), table);

  @Test
  void changed_entersTheCohortsOfTheConditionAndAllAbove_butOfNoCategory() {
    deliver(member("ada", ALS).changed(1));

    assertThat(partitions()).containsExactly("COHORT#" + ALS, "COHORT#" + MND, "MEMBER#ada");
  }

  @Test
  void changed_leavesTheOldCohorts_whenTheConditionsAreOthers() {
    deliver(member("ada", ALS).changed(1));

    deliver(member("ada", MIGRAINE).changed(2));

    assertThat(partitions()).containsExactly("COHORT#" + MIGRAINE, "MEMBER#ada");
  }

  @Test
  void changed_keepsNoCard_whenNobodyMaySeeIt() {
    deliver(member("ada", ALS).seenBy("matching").with("country", "AT").changed(1));

    assertThat(dump()).noneMatch(item -> item.contains("Name of ada") || item.contains("AT)"));
  }

  @Test
  void changed_countsForWhatIsKnown_whenOneConditionIsNot() {
    deliver(member("ada", "no-such-thing", "neurological-conditions", MIGRAINE).changed(1));

    assertThat(partitions()).containsExactly("COHORT#" + MIGRAINE, "MEMBER#ada");
  }

  @Test
  void erased_leavesIdVersionAndExpiryOnly() {
    deliver(member("ada", ALS).symptoms("fatigue").changed(1));

    deliver(member("ada").erased(2));

    assertThat(dump()).hasSize(1);
    assertThat(dump().get(0)).contains("cause", "erased", "expires", "pk", "sk", "version=");
    assertThat(dump().get(0)).doesNotContain(ALS, "fatigue", "Name", "joined", "visibility");
  }

  @Test
  void erased_holds_whenTheChangeBeforeItComesLater() {
    deliver(member("ada").erased(2));
    List<String> tombstone = dump();

    deliver(member("ada", ALS).changed(1));
    deliver(member("ada", ALS).changed(2));

    assertThat(dump()).isEqualTo(tombstone);
  }

  @Test
  void changed_isNewsAgain_whenTheTombstoneHasExpired() {
    deliver(member("ada").erased(2));
    clock.advance(Duration.ofDays(31));

    deliver(member("ada", MIGRAINE).changed(1));

    assertThat(partitions()).containsExactly("COHORT#" + MIGRAINE, "MEMBER#ada");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void table_isThatOfACleanRun_whenEventsComeThreeTimesShuffledAndLate(long seed) {
    List<String> clean = cleanRun();
    List<DomainEvent> events =
        new ArrayList<>(Collections.nCopies(3, STORY).stream().flatMap(List::stream).toList());
    Collections.shuffle(events, new Random(seed));

    events.forEach(this::deliver);

    assertThat(dump()).isEqualTo(clean);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "AFTER"})
  void table_isThatOfACleanRun_whenTheFunctionDiesAtAnyCallAndIsTriedAgain(Fault fault) {
    List<String> clean = cleanRun();
    int calls = 2 * STORY.size();

    for (int k = 0; k <= calls; k++) {
      String fresh = EmbeddedDynamo.newTable();
      AlikesSubscriber dying =
          subscriber(FaultyDynamo.failingAt(EmbeddedDynamo.client(), k, fault), fresh);
      int deaths = 0;
      for (DomainEvent event : STORY) {
        deaths += deliverUntilHandled(dying, event);
      }
      assertThat(deaths).isEqualTo(k < calls ? 1 : 0);
      assertThat(EmbeddedDynamo.dump(fresh)).as("died at call " + k).isEqualTo(clean);
    }
  }

  @Test
  void changed_fitsOneTransaction_whenEveryCohortIsLeftForAnother() {
    List<String> all =
        Vocabulary.standard().all(Kind.CONDITION).stream().map(concept -> concept.id()).toList();
    List<String> reversed = new ArrayList<>(all);
    Collections.reverse(reversed);

    deliver(member("ada").with("conditions", all).changed(1));
    deliver(member("ada").with("conditions", reversed).changed(2));

    assertThat(dump()).hasSizeLessThanOrEqualTo(1 + Hierarchy.MOST_COHORTS);
  }

  @Test
  void log_holdsNothingOfThePerson_whenHandledOrNot() {
    DomainEvent secret =
        member("ada", ALS).with("displayName", "Canary Name").symptoms("canary-symptom").changed(1);
    AlikesSubscriber broken =
        subscriber(FaultyDynamo.planned(EmbeddedDynamo.client(), call -> Fault.BEFORE), table);

    assertThatThrownBy(() -> EventCall.deliver(broken, secret))
        .hasMessageNotContainingAny("Canary", "canary", ALS);
    assertThat(EventCall.deliver(subscriber, secret))
        .hasSize(1)
        .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).contains("canary"))
        .noneMatch(line -> line.contains(ALS));
  }

  private AlikesSubscriber subscriber(DynamoDbClient client, String name) {
    return new AlikesSubscriber(
        new DynamoCohortStore(new DynamoTable(client, name, clock), clock),
        Vocabulary.standard(),
        clock);
  }

  private List<String> cleanRun() {
    String clean = EmbeddedDynamo.newTable();
    AlikesSubscriber calm = subscriber(EmbeddedDynamo.client(), clean);
    STORY.forEach(event -> EventCall.deliver(calm, event));
    return EmbeddedDynamo.dump(clean);
  }

  private static int deliverUntilHandled(AlikesSubscriber dying, DomainEvent event) {
    for (int deaths = 0; ; deaths++) {
      try {
        EventCall.deliver(dying, event);
        return deaths;
      } catch (RuntimeException died) {
        assertThat(deaths).isLessThan(3);
      }
    }
  }

  private void deliver(DomainEvent event) {
    EventCall.deliver(subscriber, event);
  }

  private List<String> dump() {
    return EmbeddedDynamo.dump(table);
  }

  private Stream<String> partitions() {
    return EmbeddedDynamo.client().scan(scan -> scan.tableName(table)).items().stream()
        .map(item -> item.getOrDefault("pk", AttributeValue.fromS("")).s())
        .sorted();
  }
}
