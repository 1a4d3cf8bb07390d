package org.alike.alikes;

import static org.alike.alikes.Members.ALS;
import static org.alike.alikes.Members.id;
import static org.alike.alikes.Members.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alike.kernel.DomainEvent;
import org.alike.testkit.Reply;
import org.junit.jupiter.api.Test;

class MyAlikesPagesTest {
  private static final String ME = "me";

  @Test
  void pages_giveEachPersonOnceInOrder_whileOthersJoin() {
    World world =
        World.of(
            Stream.concat(
                Stream.of(member(ME, ALS).symptoms("fatigue", "choking")),
                IntStream.range(0, 45).mapToObj(MyAlikesPagesTest::varied)));
    List<String> whole = World.listed(world.alikesFor(ME, "limit", "50"));
    Reply page = world.alikesFor(ME, "limit", "10");
    List<String> seen = new ArrayList<>(World.listed(page));

    int joining = 100;
    while (page.json().get("next") instanceof String next && seen.size() < 100) {
      for (int end = joining + 40; joining < end; joining++) {
        world.hear(makingFatigueCommon(joining));
      }
      page = world.alikesFor(ME, "limit", "10", "cursor", next);
      seen.addAll(World.listed(page));
    }

    assertThat(seen).isEqualTo(whole).hasSize(45);
  }

  @Test
  void answer_is400_whenTheCursorIsAnotherCallersOrQuerysOrBroken() {
    World world =
        World.of(
            Stream.concat(
                Stream.of(member(ME, ALS), member("you", ALS)),
                IntStream.range(0, 20).mapToObj(MyAlikesPagesTest::varied)));
    String cursor = String.valueOf(world.alikesFor(ME, "limit", "5").json().get("next"));

    assertThat(world.alikesFor(ME, "cursor", cursor).status()).isEqualTo(200);
    assertThat(world.alikesFor("you", "cursor", cursor).status()).isEqualTo(400);
    assertThat(world.alikesFor(ME, "cursor", cursor, "sex", "male").status()).isEqualTo(400);
    for (int at = 0; at < cursor.length() - 1; at++) {
      char flipped = cursor.charAt(at) == 'A' ? 'B' : 'A';
      String broken = cursor.substring(0, at) + flipped + cursor.substring(at + 1);
      assertThat(world.alikesFor(ME, "cursor", broken).status()).isEqualTo(400);
    }
  }

  private static DomainEvent makingFatigueCommon(int number) {
    String later = Members.JOINED.plusSeconds(9_000_000).toString();
    return member(id(number), ALS).symptoms("fatigue").with("joined", later).changed(1);
  }

  private static Members varied(int number) {
    String[] symptoms = {"fatigue", "choking", "drooling", "falls"};
    return member(id(number), ALS)
        .symptoms(symptoms[number % 4], symptoms[(number / 4) % 4])
        .with("birthYear", 1950 + number);
  }
}
