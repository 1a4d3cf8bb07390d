package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.MIGRAINE;
import static org.alike.alikes.Members.MND;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AlikesSubscriberTest {
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
    deliver(member("ada", ALS).seenBy("matching").with("about", "Canary").changed(1));

    assertThat(dump()).noneMatch(item -> item.contains("Name of ada"));
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
  void erased_holds_whenTheLastChangeHasTheSameVersion() {
    deliver(member("ada", ALS).changed(2));

    deliver(member("ada").erased(2));

    assertThat(partitions()).containsExactly("MEMBER#ada");
  }

  @Test
  void replace_writesNothing_whenWhatWasKnownIsNotSoAnyMore() {
    MemberStore store = store(EmbeddedDynamo.client(), table);
    deliver(member("ada", ALS).changed(1));
    Optional<Membership> known = store.find("ada");
    Membership late = known.orElseThrow();
    deliver(member("ada", MIGRAINE).changed(2));
    List<String> before = dump();

    assertThat(store.replace(known, late)).isFalse();
    assertThat(store.replace(Optional.empty(), late)).isFalse();
    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void changed_isNewsAgain_whenTheTombstoneHasExpired() {
    deliver(member("ada").erased(2));
    clock.advance(Duration.ofDays(31));

    deliver(member("ada", MIGRAINE).changed(1));

    assertThat(partitions()).containsExactly("COHORT#" + MIGRAINE, "MEMBER#ada");
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
    return Stored.subscriber(client, name, clock);
  }

  private MemberStore store(DynamoDbClient client, String name) {
    return new DynamoMemberStore(new DynamoTable(client, name, clock), clock);
  }

  private void deliver(DomainEvent event) {
    EventCall.deliver(subscriber, event);
  }

  private List<String> dump() {
    return items().map(item -> new TreeMap<>(item).toString()).sorted().toList();
  }

  private Stream<String> partitions() {
    return items().map(item -> item.getOrDefault("pk", AttributeValue.fromS("")).s()).sorted();
  }

  /** All but the manifests of cohorts without segments, which only count merges. */
  private Stream<Map<String, AttributeValue>> items() {
    return EmbeddedDynamo.items(table).stream()
        .filter(item -> !AttributeValue.fromL(List.of()).equals(item.get("segments")));
  }
}
