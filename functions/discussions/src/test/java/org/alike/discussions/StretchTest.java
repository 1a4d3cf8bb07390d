package org.alike.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Pages are as full as anybody's, however much of a list a reader does not see. */
class StretchTest {
  private static final List<String> ALL =
      IntStream.range(0, 1_000).mapToObj("%04d"::formatted).toList();
  private final AtomicInteger slices = new AtomicInteger();

  @Property(tries = 300)
  void everythingSeen_isShownOnceInOrder_andPagesAreFull(
      @ForAll @IntRange(min = 1, max = 25) int limit,
      @ForAll @IntRange(min = 1, max = 60) int every) {
    List<String> shown = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Stretch<String> page = page(after, limit, seenEvery(every));
      shown.addAll(page.items());
      after = page.next();
      assertThat(page.items().size() == limit || after.isEmpty() || every > 15).isTrue();
    } while (after.isPresent());

    assertThat(shown).isEqualTo(ALL.stream().filter(seenEvery(every)).toList());
  }

  @Test
  void lastPage_hasNoNext_whenOnlyHiddenEntriesFollow() {
    Stretch<String> page = page(Optional.of("0900"), 10, text -> text.compareTo("0910") <= 0);

    assertThat(page.items()).hasSize(10).endsWith("0910");
    assertThat(page.next()).isEmpty();
  }

  @Test
  void request_ends_whenNextToNothingIsSeen() {
    Stretch<String> page = page(Optional.empty(), 5, text -> false);

    assertThat(page.items()).isEmpty();
    assertThat(page.next()).isPresent();
    assertThat(slices.get()).isLessThanOrEqualTo(40);
    assertThat(walk(5, text -> text.equals("0777"))).containsExactly("0777");
  }

  @Test
  void list_isReadOnce_whenEverythingIsSeen() {
    page(Optional.empty(), 20, text -> true);

    assertThat(slices.get()).isEqualTo(2);
  }

  private List<String> walk(int limit, Predicate<String> seen) {
    List<String> shown = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Stretch<String> page = page(after, limit, seen);
      shown.addAll(page.items());
      after = page.next();
    } while (after.isPresent());
    return shown;
  }

  /** Over two lists, the even numbers and the odd. */
  private Stretch<String> page(Optional<String> after, int limit, Predicate<String> seen) {
    boolean allSeen = ALL.stream().allMatch(seen);
    List<Visible<String>> lists =
        IntStream.of(0, 1)
            .mapToObj(
                odd ->
                    new Visible<String>(
                        from -> slice(odd, from, limit), text -> text, after, seen, allSeen))
            .toList();
    return Stretch.of(lists, Comparator.naturalOrder(), limit);
  }

  private Slice<String> slice(int odd, Optional<String> from, int limit) {
    slices.incrementAndGet();
    List<String> rest =
        ALL.stream()
            .filter(text -> Integer.parseInt(text) % 2 == odd)
            .filter(text -> from.map(place -> text.compareTo(place) > 0).orElse(true))
            .toList();
    return new Slice<>(rest.subList(0, Math.min(limit, rest.size())), rest.size() > limit);
  }

  private static Predicate<String> seenEvery(int every) {
    return text -> Integer.parseInt(text) % every == 0;
  }
}
