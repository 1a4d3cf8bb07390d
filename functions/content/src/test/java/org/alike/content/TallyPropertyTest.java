package org.alike.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.alike.kernel.DomainEvent;
import org.alike.testkit.EventCall;
import org.alike.testkit.MovableClock;
import org.alike.vocabulary.Kind;
import org.alike.vocabulary.Vocabulary;

/** The numbers are exact whatever happens to the events, and tell nothing of a few. */
class TallyPropertyTest {
  /** Nothing above any of them but categories, so that each number stands for itself. */
  private static final List<String> CONDITIONS =
      List.of("migraine", "epilepsy", "endometriosis", "fibromyalgia");

  private static final Vocabulary VOCABULARY = Vocabulary.standard();
  private final MovableClock clock = MovableClock.atNoon();

  /** What happens to a member: each number names the next condition, 4 an erasure. */
  @Property(tries = 60)
  void tally_equalsARebuild_whenEventsComeTwiceLateAndShuffled(
      @ForAll @Size(40) List<@Size(max = 3) List<@IntRange(max = 4) Integer>> lives,
      @ForAll long seed) {
    List<DomainEvent> events = new ArrayList<>();
    Map<String, Integer> truth = new HashMap<>();
    for (int member = 0; member < lives.size(); member++) {
      String has = live("m" + member, lives.get(member), events);
      truth.merge(has, 1, Integer::sum);
    }
    events.addAll(List.copyOf(events));
    Collections.shuffle(events, new Random(seed));

    Map<String, Integer> counted = count(events).numbers(Kind.CONDITION);

    truth.remove("");
    truth.values().removeIf(number -> number < 11);
    assertThat(counted).isEqualTo(truth);
  }

  /** Adds what is told of the member, and returns the condition they end with, if any. */
  private static String live(String member, List<Integer> steps, List<DomainEvent> events) {
    String has = "";
    long version = 0;
    for (int step : steps) {
      version++;
      if (step == CONDITIONS.size()) {
        events.add(Told.erased(member, version));
        return "";
      }
      has = CONDITIONS.get(step);
      events.add(Told.changed(member, version, has));
    }
    return has;
  }

  @Property(tries = 40)
  void tally_isTheSame_whetherThereAreNoneOrTen(
      @ForAll @IntRange(max = 10) int few, @ForAll @IntRange(min = 11, max = 30) int many) {
    List<DomainEvent> without = people(0, many, "migraine");
    List<DomainEvent> with = new ArrayList<>(without);
    with.addAll(people(100, few, "epilepsy"));

    assertThat(count(with)).isEqualTo(count(without));
    assertThat(count(with).numbers(Kind.CONDITION)).isEqualTo(Map.of("migraine", many));
  }

  @Property(tries = 40)
  void tally_tellsNothingOfTheFewWithoutTheMoreSpecificCondition(
      @ForAll @IntRange(max = 10) int few, @ForAll @IntRange(min = 11, max = 30) int many) {
    List<DomainEvent> without = people(0, many, "crohns-disease");
    List<DomainEvent> with = new ArrayList<>(without);
    with.addAll(people(100, few, "inflammatory-bowel-disease"));

    assertThat(count(with)).isEqualTo(count(without));
  }

  private static List<DomainEvent> people(int from, int many, String condition) {
    List<DomainEvent> people = new ArrayList<>();
    for (int i = from; i < from + many; i++) {
      people.add(Told.changed("m" + i, 1, condition));
    }
    return people;
  }

  private Tally count(List<DomainEvent> events) {
    InMemoryUsageStore store = new InMemoryUsageStore();
    ContentSubscriber subscriber = new ContentSubscriber(store, new NoThreads(), clock);
    events.forEach(event -> EventCall.deliver(subscriber, event));
    EventCall.send(new ContentTally(store, VOCABULARY, clock), Events.read("count-usage.json"));
    return store.tally();
  }

  private static final class NoThreads implements ThreadStore {
    @Override
    public void keep(PublicThread told) {
      throw new IllegalStateException("Nothing is posted here");
    }

    @Override
    public List<PublicThread> newest(int most) {
      return List.of();
    }
  }
}
